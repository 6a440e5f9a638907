package io.lianshu;

import org.springframework.context.LifecycleProcessor;

/** For a command that starts itself what it needs: no bean is made only to be started or stopped. */
final class NothingStarts implements LifecycleProcessor {

    @Override
    public void onRefresh() {
        // Nothing starts.
    }

    @Override
    public void onClose() {
        // Nothing was started.
    }

    @Override
    public void start() {
        // Nothing starts.
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    @Override
    public boolean isRunning() {
        return false;
    }
}
