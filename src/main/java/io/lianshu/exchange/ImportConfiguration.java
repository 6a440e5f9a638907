package io.lianshu.exchange;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import io.lianshu.exchange.mapping.Terms;
import io.lianshu.exchange.mapping.Vocabulary;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphSchema;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.write.RowCheck;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the import pipeline together. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    Imports imports(
            GraphSchema schema,
            CodeLists codes,
            ImportGraph graph,
            Sealer sealer,
            AuditTrail audit,
            ObjectProvider<RowCheck> checks,
            Clock clock) {
        return new AuditedImports(
                new GraphImports(
                        vocabulary(schema, codes, sealer),
                        graph,
                        checks.orderedStream().toList(),
                        clock),
                audit,
                clock);
    }

    @Bean
    @ConditionalOnWebApplication
    Uploads uploads(UploadSettings settings, Imports imports, ImportSettings importing) {
        return new Uploads(settings, new UploadRun(imports, importing.batch())::run);
    }

    /** Enums that are derived for clients are among the words; no field of a file has one. */
    static Vocabulary vocabulary(GraphSchema schema, CodeLists codes, Sealer sealer) {
        Map<String, Set<String>> enums = new HashMap<>();
        for (EnumTypeDefinition type : schema.sdl().getTypes(EnumTypeDefinition.class)) {
            enums.put(
                    type.getName(),
                    type.getEnumValueDefinitions().stream()
                            .map(EnumValueDefinition::getName)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return new Vocabulary(schema.map(), Terms.of(schema.sdl()), enums, codes, sealer);
    }
}
