/** A reactive GraphQL hub over the graph of a district's approvals and public-resource trading. */
@NullMarked
package io.lianshu;

import org.jspecify.annotations.NullMarked;
