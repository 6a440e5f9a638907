package io.lianshu.platform.viewer;

/** Whether the hub shows a made-up district and lets a header choose the viewer; never with real data. */
public record DemoMode(boolean on) {}
