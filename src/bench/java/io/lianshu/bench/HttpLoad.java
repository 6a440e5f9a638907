package io.lianshu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Asks one HTTP address the same thing over and over on so many connections, each waiting for its answer. One thread, no
 * parsing beyond the length of an answer, so that it takes as little as it can from the processor it shares.
 */
final class HttpLoad implements Load {

    private static final byte[] CHUNKS_END = {'0', '\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length:";

    private final URI address;
    private final byte[] request;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(1 << 18);

    HttpLoad(URI address, String body, Map<String, String> headers) {
        this.address = address;
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + address.getPath() + " HTTP/1.1\r\nHost: "
                + address.getAuthority() + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        this.request = ByteBuffer.allocate(start.length + content.length)
                .put(start)
                .put(content)
                .array();
    }

    /** One connection and the answer that it waits for. */
    private static final class Line {

        private final SocketChannel channel;
        private final ByteBuffer outgoing;
        private final StringBuilder header = new StringBuilder();
        private final byte[] tail = new byte[CHUNKS_END.length];
        private long asked;
        private long body;
        private long length;
        private boolean inBody;

        Line(SocketChannel channel, byte[] request) {
            this.channel = channel;
            this.outgoing = ByteBuffer.allocateDirect(request.length).put(request);
        }

        void ask() throws IOException {
            asked = System.nanoTime();
            inBody = false;
            body = 0;
            header.setLength(0);
            Arrays.fill(tail, (byte) 0);
            outgoing.flip();
            while (outgoing.hasRemaining()) {
                channel.write(outgoing);
            }
        }
    }

    @Override
    public Outcome run(int connections, long nanos) throws IOException {
        Outcome.Counting counting = new Outcome.Counting();
        try (Selector selector = Selector.open()) {
            long begun = System.nanoTime();
            long end = begun + nanos;
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Line line = new Line(channel, request);
                channel.register(selector, SelectionKey.OP_READ, line);
                line.ask();
            }
            while (System.nanoTime() < end) {
                selector.select(key -> advance((Line) key.attachment(), counting), 100);
            }
            long took = System.nanoTime() - begun;
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return counting.done(took);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void advance(Line line, Outcome.Counting counting) {
        try {
            incoming.clear();
            if (line.channel.read(incoming) < 0) {
                throw new IOException("The server closed a connection");
            }
            incoming.flip();
            if (isComplete(line)) {
                counting.answered(System.nanoTime() - line.asked, line.body);
                line.ask();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isComplete(Line line) throws IOException {
        while (!line.inBody && incoming.hasRemaining()) {
            line.header.append((char) incoming.get());
            int length = line.header.length();
            if (line.header.charAt(length - 1) == '\n' && line.header.indexOf("\r\n\r\n", length - 4) >= 0) {
                line.length = length(line.header.toString());
                line.inBody = true;
            }
        }
        int here = incoming.remaining();
        line.body += here;
        if (line.length >= 0) {
            return line.inBody && line.body == line.length;
        }
        int kept = Math.min(here, CHUNKS_END.length);
        System.arraycopy(line.tail, kept, line.tail, 0, CHUNKS_END.length - kept);
        incoming.get(incoming.limit() - kept, line.tail, CHUNKS_END.length - kept, kept);
        return line.inBody && Arrays.equals(line.tail, CHUNKS_END);
    }

    /** The length that the header announces; negative where the answer comes in chunks. */
    private static long length(String header) throws IOException {
        if (!header.startsWith("HTTP/1.1 200")) {
            throw new IOException(
                    "The server answered " + header.lines().findFirst().orElse("nothing"));
        }
        String lower = header.toLowerCase(Locale.ROOT);
        int found = lower.indexOf(LENGTH);
        return found < 0
                ? -1
                : Long.parseLong(lower.substring(found + LENGTH.length(), lower.indexOf('\r', found))
                        .strip());
    }
}
