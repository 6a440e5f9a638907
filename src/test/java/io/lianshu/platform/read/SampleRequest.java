package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.Map;

/** A request as a client sends it; cursors in it are those of the evaluation in memory. */
record SampleRequest(String document, Map<String, Object> variables, Viewer viewer) {

    SampleRequest with(String otherDocument) {
        return new SampleRequest(otherDocument, variables, viewer);
    }

    SampleRequest with(Map<String, Object> otherVariables) {
        return new SampleRequest(document, otherVariables, viewer);
    }
}
