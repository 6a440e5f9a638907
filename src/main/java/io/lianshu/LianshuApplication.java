package io.lianshu;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub: one program that serves the API and carries the commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LianshuApplication {

    public static void main(String[] args) {
        int code = new Program(LianshuApplication.class).run(args);
        if (code != Program.SERVING) {
            System.exit(code);
        }
    }
}
