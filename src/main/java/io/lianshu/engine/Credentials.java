package io.lianshu.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** Address and password of the running engine, as they lie in the data directory, readable by its owner only. */
record Credentials(URI uri, String password) {

    static final String USERNAME = "neo4j";

    static Path file(Path dataDirectory) {
        return dataDirectory.resolve("engine").resolve("credentials.properties");
    }

    static Optional<Credentials> read(Path dataDirectory) {
        Path file = file(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw EngineRefusal.dataUnusable(dataDirectory, e.toString());
        }
        String uri = properties.getProperty("uri");
        String password = properties.getProperty("password");
        return uri == null || password == null
                ? Optional.empty()
                : Optional.of(new Credentials(URI.create(uri), password));
    }

    /** The password this directory already has, or a new random one, with the address of now. */
    static Credentials renew(Path dataDirectory, URI uri) {
        Credentials credentials = new Credentials(
                uri, read(dataDirectory).map(Credentials::password).orElseGet(Credentials::random));
        try {
            OwnerOnly.write(
                    file(dataDirectory),
                    String.join(
                            System.lineSeparator(),
                            "uri=" + uri,
                            "username=" + USERNAME,
                            "password=" + credentials.password,
                            ""));
        } catch (IOException e) {
            throw EngineRefusal.dataUnusable(dataDirectory, e.toString());
        }
        return credentials;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[uri=" + uri + "]";
    }
}
