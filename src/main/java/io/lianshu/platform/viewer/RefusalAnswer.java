package io.lianshu.platform.viewer;

import io.lianshu.platform.refusal.ErrorText;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RefusalHttp;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A refusal as the answer of a path other than GraphQL's: the same errors, in the caller's language. */
public final class RefusalAnswer {

    private RefusalAnswer() {}

    public static ResponseEntity<Object> of(Refusal refusal, HttpHeaders asked, int retrySeconds) {
        return of(refusal, RefusalHttp.status(refusal), asked, retrySeconds);
    }

    /**
     * The same under another status.
     *
     * @param retrySeconds after which it may be tried again, where it came too often
     */
    public static ResponseEntity<Object> of(Refusal refusal, HttpStatus status, HttpHeaders asked, int retrySeconds) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(retrySeconds));
        }
        return answer.body(Map.of(
                "errors",
                List.of(ErrorText.of(refusal, CallerLanguage.of(asked)).toSpecification())));
    }

    /** To HEAD, where giving out a file is noted: nobody asks for one without taking it. */
    public static ResponseEntity<Void> getOnly() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET)
                .build();
    }
}
