/** Code lists (代码表): stable codes with their labels in Chinese and English. */
@NullMarked
@NamedInterface("code")
package io.lianshu.platform.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
