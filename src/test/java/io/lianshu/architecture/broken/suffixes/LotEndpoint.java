package io.lianshu.architecture.broken.suffixes;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

@Profile("sample")
@Controller
class LotEndpoint {}
