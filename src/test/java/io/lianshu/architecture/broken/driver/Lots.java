package io.lianshu.architecture.broken.driver;

import org.neo4j.driver.Driver;

record Lots(Driver driver) {}
