/**
 * The statistics of bidding: prices of one lot, who meets whom, groups, what known members lead to. It works on arrays and
 * knows neither the graph nor a framework, so that a table and the hub get the same numbers from it.
 */
@NullMarked
package io.lianshu.collusion.core;

import org.jspecify.annotations.NullMarked;
