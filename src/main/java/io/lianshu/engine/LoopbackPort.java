package io.lianshu.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine that nobody else can reach. */
final class LoopbackPort {

    private LoopbackPort() {}

    /**
     * A free one below the range from which the system takes the ports of outgoing connections: while the engine is
     * being restarted, nobody's outgoing connection can come to sit on its port.
     */
    static int free() {
        for (int i = 0; i < 200; i++) {
            int port = ThreadLocalRandom.current().nextInt(17_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw EngineRefusal.portTaken(0);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
