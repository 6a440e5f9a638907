package io.lianshu.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.Eventually;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many uploads at once that are far too large: what the hub keeps of them in memory does not grow with them. */
class AttachmentHeapIT extends PhotoHub {

    private static final long EACH = 200L << 20;
    private static final int AT_ONCE = 6;
    private static final long MOST = 48L << 20;
    private static final byte[] PIECE = new byte[64 << 10];

    @Test
    void twoHundredMegabytesFromEachOfManyStayOutOfMemory() throws Exception {
        hub.photo("agent", "warm.jpg", TestPhotos.text("MZ"));
        long before = kept();
        AtomicLong sent = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<String>> uploads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            uploads.add(threads.submit(() -> upload(sent)));
        }
        long most = 0;
        while (!uploads.stream().allMatch(Future::isDone)) {
            most = Math.max(most, kept() - before);
        }
        threads.shutdown();
        for (Future<String> upload : uploads) {
            assertThat(upload.get()).isIn("HTTP/1.1 413", "HTTP/1.1 429");
        }
        assertThat(uploads).extracting(Future::get).contains("HTTP/1.1 413");
        assertThat(most).as("kept of %,d bytes sent", sent.get()).isLessThan(MOST);
        Eventually.holds("nothing is left", () -> incoming().isEmpty());
    }

    /** Bytes that live, in the heap and beside it, when what nobody needs is taken away. */
    private static long kept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum()
                // The server's buffers are not among the pools of the JVM.
                + PlatformDependent.usedDirectMemory();
    }

    /** Sends in chunks without a length, so that only counting can refuse it; the first line of the answer. */
    private String upload(AtomicLong sent) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(TestPhotos.text("POST /attachments HTTP/1.1\r\nHost: localhost\r\nLianshu-Viewer: agent\r\n"
                    + "Content-Type: " + SentForms.type() + "\r\nTransfer-Encoding: chunked\r\n\r\n"));
            chunk(
                    out,
                    TestPhotos.text(
                            "------x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"));
            try {
                for (long mine = 0; mine < EACH && socket.getInputStream().available() == 0; mine += PIECE.length) {
                    chunk(out, PIECE);
                    sent.addAndGet(PIECE.length);
                }
            } catch (IOException e) {
                // The hub has closed its side.
            }
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write(TestPhotos.text(Integer.toHexString(bytes.length) + "\r\n"));
        out.write(bytes);
        out.write(TestPhotos.text("\r\n"));
    }
}
