package io.lianshu.platform.viewer;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language a caller reads. */
public final class CallerLanguage {

    private CallerLanguage() {}

    /** English when {@code Accept-Language} puts it before Chinese; Chinese otherwise. */
    public static Locale of(HttpHeaders headers) {
        try {
            for (Locale wanted : headers.getAcceptLanguageAsLocales()) {
                for (Locale known : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                    if (wanted.getLanguage().equals(known.getLanguage())) {
                        return known;
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            // A header that is not well formed says nothing of the caller.
            return Locale.CHINESE;
        }
        return Locale.CHINESE;
    }
}
