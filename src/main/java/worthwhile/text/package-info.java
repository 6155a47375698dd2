/**
 * What people write, as values: money, durations, dates, places, languages, HTML. Pure functions of
 * a text and what is known around it (locale, time zone, when it was read); no clock, no network.
 */
package worthwhile.text;
