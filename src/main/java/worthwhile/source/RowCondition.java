package worthwhile.source;

import com.google.re2j.Pattern;

/**
 * What an evaluated field must look like for a row to be kept or left out.
 *
 * @param field its name, also of a helper field
 * @param matches found anywhere in the value
 */
public record RowCondition(String field, Pattern matches) {}
