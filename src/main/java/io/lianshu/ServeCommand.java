package io.lianshu;

import picocli.CommandLine.Command;

/** Serving is what the program does without a command; it is named so that help can list it. */
@Command(name = Commands.SERVE, mixinStandardHelpOptions = true, description = "启动服务（默认） / serve the API (the default)")
class ServeCommand implements Runnable {

    @Override
    public void run() {
        // The program serves by itself; only help comes here.
    }
}
