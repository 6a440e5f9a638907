package io.lianshu.platform.refusal;

import org.springframework.http.HttpStatus;

/** The HTTP status with which a refusal of a whole request is answered outside of GraphQL. */
public final class RefusalHttp {

    private RefusalHttp() {}

    public static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_MUCH -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
        };
    }
}
