package io.lianshu.platform.http;

import io.lianshu.platform.refusal.EngineErrors;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.CallerLanguage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/** What HTTP itself refuses, in the shape of every other refusal: a path that is not there, a method it does not take. */
@Component
class HttpErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
        Throwable failure = getError(request);
        HttpStatusCode status = failure instanceof ResponseStatusException answered
                ? answered.getStatusCode()
                : HttpStatus.INTERNAL_SERVER_ERROR;
        Locale language = CallerLanguage.of(request.headers().asHttpHeaders());
        Object id = request.exchange().getAttribute(RequestId.CARRIER_KEY);
        RequestId known = id instanceof RequestId given ? given : RequestId.random();
        Refusal refusal = status.is4xxClientError() ? refusal(failure, status) : null;
        return new LinkedHashMap<>(Map.of(
                "status",
                status.value(),
                "errors",
                List.of(EngineErrors.ofRequest(refusal, known, language).toSpecification())));
    }

    private static Refusal refusal(Throwable failure, HttpStatusCode status) {
        if (failure instanceof MethodNotAllowedException wrong) {
            String allowed = wrong.getSupportedMethods().stream()
                    .map(HttpMethod::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Refusal.badInput(
                    "METHOD_NOT_ALLOWED", null, "此路径只接受 " + allowed, "This path takes " + allowed + " only");
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return new Refusal(
                    "PATH_UNKNOWN",
                    Refusal.Kind.NOT_FOUND,
                    null,
                    "没有此路径；接口为 POST /graphql，导入为 POST /imports",
                    "There is no such path; the API is POST /graphql, imports are POST /imports");
        }
        return Refusal.badInput(
                "REQUEST_REFUSED",
                null,
                "请求有误（HTTP " + status.value() + "）",
                "The request is refused (HTTP " + status.value() + ")");
    }
}
