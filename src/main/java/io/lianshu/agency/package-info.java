/** The agents' week: who serves a project, visits, difficulties, meetings, supervision; not the approvals themselves. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: clock",
            "platform :: code",
            "platform :: command",
            "platform :: feed",
            "platform :: graph",
            "platform :: identifier",
            "platform :: read",
            "platform :: refusal",
            "platform :: viewer",
            "platform :: write",
            "organisation",
            "project",
            "policy",
            "approval",
            "attachment"
        })
package io.lianshu.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
