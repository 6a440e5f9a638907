/** Parts of the graph as files for other programs: what a question of the API answers, as GEXF, GraphML or CSV. */
@NullMarked
package io.lianshu.exchange.subgraph;

import org.jspecify.annotations.NullMarked;
