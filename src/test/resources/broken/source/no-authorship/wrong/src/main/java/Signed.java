/**
 * Somebody's.
 *
 * @author somebody
 */
class Signed {}
