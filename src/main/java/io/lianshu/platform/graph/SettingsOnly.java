package io.lianshu.platform.graph;

/** A command for which no graph is started, as it changes the data beneath one: it is made with settings only. */
public interface SettingsOnly {}
