package io.lianshu.platform.http;

import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What of a request's head the endpoint takes: POST, a JSON body, an answer in JSON or as events. */
enum RequestShape {
    FITTING(HttpStatus.OK, "", null, "", ""),
    WRONG_METHOD(
            HttpStatus.METHOD_NOT_ALLOWED,
            "METHOD_NOT_ALLOWED",
            null,
            "请用 POST 方法发送查询",
            "Send queries by POST; no other method is supported"),
    WRONG_BODY(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "Content-Type",
            "请求头 Content-Type 应为 application/json",
            "The header Content-Type must be application/json"),
    WRONG_ANSWER(
            HttpStatus.NOT_ACCEPTABLE,
            "NOT_ACCEPTABLE",
            "Accept",
            "请求头 Accept 应含 application/graphql-response+json、application/json 或 text/event-stream",
            "The header Accept must admit application/graphql-response+json, application/json or text/event-stream");

    private final HttpStatus status;
    private final String code;
    private final @Nullable String field;
    private final String chinese;
    private final String english;

    RequestShape(HttpStatus status, String code, @Nullable String field, String chinese, String english) {
        this.status = status;
        this.code = code;
        this.field = field;
        this.chinese = chinese;
        this.english = english;
    }

    HttpStatus status() {
        return status;
    }

    /** What is said of it, or null when it fits. */
    @Nullable
    Refusal refusal() {
        return this == FITTING ? null : Refusal.badInput(code, field, chinese, english);
    }

    static RequestShape of(ServerHttpRequest request) {
        if (!HttpMethod.POST.equals(request.getMethod())) {
            return WRONG_METHOD;
        }
        if (!isJson(request)) {
            return WRONG_BODY;
        }
        return admitsJson(request) ? FITTING : WRONG_ANSWER;
    }

    private static boolean isJson(ServerHttpRequest request) {
        try {
            return MediaType.APPLICATION_JSON.includes(request.getHeaders().getContentType());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean admitsJson(ServerHttpRequest request) {
        try {
            List<MediaType> accepted = request.getHeaders().getAccept();
            return accepted.isEmpty()
                    || accepted.stream()
                            .anyMatch(type -> type.isCompatibleWith(MediaTypes.APPLICATION_GRAPHQL_RESPONSE)
                                    || type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                    || type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
