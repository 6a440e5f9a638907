package io.lianshu.collusion.rule;

/** The same in two languages. */
public record Text(String chinese, String english) {}
