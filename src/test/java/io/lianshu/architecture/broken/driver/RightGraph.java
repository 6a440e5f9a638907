package io.lianshu.architecture.broken.driver;

import org.neo4j.driver.Driver;

record RightGraph(Driver driver) {}
