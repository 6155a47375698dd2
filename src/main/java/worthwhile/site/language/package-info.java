/** In which language pages answer. */
@NullMarked
package worthwhile.site.language;

import org.jspecify.annotations.NullMarked;
