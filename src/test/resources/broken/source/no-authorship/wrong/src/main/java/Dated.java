/** @since 1.0 */
class Dated {}
