/** Requests and answers: routes, rights, errors, cookies, headers. */
package worthwhile.site.http;
