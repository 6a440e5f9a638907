class LotController {
    @QueryMapping
    Object lots() {
        return 1;
    }
}
