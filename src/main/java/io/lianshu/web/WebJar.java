package io.lianshu.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** A library for browsers in the program, under whatever version the build chose. */
record WebJar(String name, String version) {

    static WebJar of(String name) {
        try {
            Properties properties = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("META-INF/maven/org.webjars.npm/" + name + "/pom.properties"));
            return new WebJar(name, properties.getProperty("version", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Resource file(String path) {
        return new ClassPathResource("META-INF/resources/webjars/" + name + "/" + version + "/" + path);
    }
}
