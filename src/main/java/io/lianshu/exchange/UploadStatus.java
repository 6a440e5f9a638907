package io.lianshu.exchange;

/** How far an uploaded table is. */
enum UploadStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}
