/** How well the scores tell labelled markets apart, beside what simpler measures do. */
@NullMarked
package io.lianshu.collusion.evaluation;

import org.jspecify.annotations.NullMarked;
