package io.lianshu.attachment;

import io.lianshu.attachment.AttachmentSettings.S3;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Objects in a store that speaks Amazon's S3 protocol. Four kinds of request are all that is used of it. */
final class S3Store implements ObjectStore {

    private static final Logger log = LoggerFactory.getLogger(S3Store.class);
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final S3 settings;
    private final URI endpoint;
    private final S3Signature signature;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();

    S3Store(S3 settings, URI endpoint, Clock clock) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey());
        this.clock = clock;
    }

    @Override
    public void put(String key, Path file, String mime, String sha256) {
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            send(key, "PUT", body, sha256, Map.of("content-type", mime), 200);
        } catch (FileNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void remove(String key) {
        send(key, "DELETE", BodyPublishers.noBody(), S3Signature.NOTHING, Map.of(), 204);
    }

    @Override
    public Mono<Flux<DataBuffer>> find(String key) {
        HttpRequest request = request(key, "GET", BodyPublishers.noBody(), S3Signature.NOTHING, Map.of());
        return Mono.fromFuture(() -> http.sendAsync(request, BodyHandlers.ofPublisher()))
                .flatMap(answer -> {
                    if (answer.statusCode() == 200) {
                        return Mono.just(buffers(answer));
                    }
                    Mono<Void> read =
                            JdkFlowAdapter.flowPublisherToFlux(answer.body()).then();
                    return read.then(
                            answer.statusCode() == 404
                                    ? Mono.empty()
                                    : Mono.<Flux<DataBuffer>>error(away("GET", "status " + answer.statusCode())));
                })
                .onErrorMap(IOException.class, e -> away("GET", String.valueOf(e)));
    }

    private static Flux<DataBuffer> buffers(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        return JdkFlowAdapter.flowPublisherToFlux(answer.body())
                .concatMapIterable(buffers -> buffers)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    private void send(
            String key, String method, BodyPublisher body, String hash, Map<String, String> headers, int expected) {
        String problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> answer =
                        http.send(request(key, method, body, hash, headers), BodyHandlers.ofString());
                int status = answer.statusCode();
                if (status == expected || status == 200 || (status == 404 && method.equals("DELETE"))) {
                    return;
                }
                problem = "status " + status + " "
                        + answer.body().substring(0, Math.min(answer.body().length(), 500));
                if (status < 500) {
                    break;
                }
            } catch (IOException e) {
                problem = String.valueOf(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                problem = "interrupted";
                break;
            }
        }
        throw away(method, problem);
    }

    private HttpRequest request(
            String key, String method, BodyPublisher body, String hash, Map<String, String> headers) {
        URI uri = uri(key);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, body).timeout(settings.timeout());
        signature.headers(method, uri, headers, hash, clock.instant()).forEach(request::header);
        return request.build();
    }

    private URI uri(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No key of an object");
        }
        String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
        String host = settings.pathStyle() ? endpoint.getHost() : settings.bucket() + "." + endpoint.getHost();
        String path = settings.pathStyle() ? "/" + settings.bucket() + "/" : "/";
        return URI.create(endpoint.getScheme() + "://" + host + port + path + key);
    }

    private static AttachmentRefused away(String method, String problem) {
        log.error("附件存储 {} 失败 / a {} of the store of attachments failed: {}", method, method, problem);
        return AttachmentRefused.storeUnavailable();
    }
}
