package io.lianshu.platform.feed;

import io.lianshu.platform.viewer.Viewer;

/** An entry on its way to a viewer, as the viewer is just now. */
public record FeedUpdate(FeedEntry entry, Viewer viewer) {}
