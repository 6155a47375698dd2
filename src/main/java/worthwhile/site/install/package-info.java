/** What phones, other sites and search engines take from the site: to install, keep and find it. */
package worthwhile.site.install;
