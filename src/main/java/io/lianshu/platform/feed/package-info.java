/**
 * The feed of what happens to people's work: entries in one order, written with what they tell, and told to whom they concern. What
 * is told is a hint to read; the feed is no second copy of the data.
 */
@NullMarked
@NamedInterface("feed")
package io.lianshu.platform.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
