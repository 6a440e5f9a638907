package io.lianshu.platform.graph;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that waits for the database, a process or a clock, and so runs only on a thread of its own: a
 * command's, never an event loop's. Only classes marked so, commands and configurations may use it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OwnsItsThread {}
