/**
 * Rules that hold one opened lot against a clause of the law (规则): each a folder of files, run over the graph, with its path as evidence. Exact
 * matches are listed one by one and never averaged; missing data is "not testable", never "clear".
 */
@NullMarked
package io.lianshu.collusion.rule;

import org.jspecify.annotations.NullMarked;
