package io.lianshu.architecture.broken.open;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RestController;

@Profile("sample")
@RestController
public class Endpoint {}
