package io.lianshu.exchange;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphSchema;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.write.RowCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers what imports can write to people as well, one node at a time. */
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

    @Bean
    ClientCommand merges(GraphMap map) {
        return new MergeGraph(map);
    }

    @Bean
    ClientCommand corrections(GraphSchema schema, CodeLists codes, Sealer sealer, ObjectProvider<RowCheck> checks) {
        return new CorrectionGraph(
                ImportConfiguration.vocabulary(schema, codes, sealer),
                checks.orderedStream().toList());
    }
}
