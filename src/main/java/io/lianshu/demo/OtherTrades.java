package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Trades beside those of works lots: procurement, land, state assets and rural rights. Together with the lots' they come to
 * the wanted number and volume in every year of a grown district, the calendar year before last day's included.
 */
final class OtherTrades {

    /** What a district of scale 1 trades in a year, and for how many yuan. */
    static final int TRADES = 902;

    static final long VOLUME = 9_813_000_000L;

    private static final int SAMPLE_TRADES = 24;
    private static final long LEAST_LAND = 1_000_000;

    private final Scope scope;
    private final List<Firm> owners;
    private final Draws draws;
    private int number;

    OtherTrades(Scope scope, CompanySample companies) {
        this.scope = scope;
        this.owners = companies.owners();
        this.draws = scope.draws("trades");
    }

    void fill(Table trades, Table rural) {
        LocalDate end = scope.asOf();
        LocalDate start = end.minusYears(2);
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            LocalDate from = year == start.getYear() ? start : LocalDate.of(year, 1, 1);
            LocalDate to = year == end.getYear() ? end : LocalDate.of(year + 1, 1, 1);
            fill(from, to, trades, rural);
        }
    }

    /** @param to the day after the last */
    private void fill(LocalDate from, LocalDate to, Table trades, Table rural) {
        long days = ChronoUnit.DAYS.between(from, to);
        int aYear = scope.of(SAMPLE_TRADES, TRADES);
        int missing = (int) Math.round(aYear * days / (double) from.lengthOfYear());
        long volume = VOLUME / TRADES * aYear + VOLUME % TRADES * aYear / TRADES;
        long open = Math.round(volume * (days / (double) from.lengthOfYear()));
        for (int row = 0; row < trades.rows().size(); row++) {
            String done = trades.cell(row, "completedAt").substring(0, 10);
            if (trades.cell(row, "outcome").equals("SUCCESS")
                    && done.compareTo(from.toString()) >= 0
                    && done.compareTo(to.toString()) < 0) {
                missing--;
                open -= yuan(trades.cell(row, "dealAmount"));
            }
        }
        List<Integer> land = new ArrayList<>();
        for (int i = 0; i < missing; i++) {
            String category = i % 5 == 0 ? "LAND_MINING" : draws.one(KINDS);
            long amount = switch (category) {
                case "PROCUREMENT" -> draws.between(200, 3_000) * 1_000L;
                case "STATE_ASSET" -> draws.between(100, 2_000) * 1_000L;
                case "RURAL" -> draws.between(20, 400) * 1_000L;
                default -> 0;
            };
            if (amount == 0) {
                land.add(trades.rows().size());
            }
            open -= amount;
            add(trades, rural, category, amount, from.plusDays(draws.between(0, (int) days - 1)));
        }
        share(trades, land, open);
    }

    private static final List<String> KINDS =
            List.of("PROCUREMENT", "PROCUREMENT", "PROCUREMENT", "PROCUREMENT", "STATE_ASSET", "RURAL");

    private void add(Table trades, Table rural, String category, long amount, LocalDate day) {
        LocalDate working = WorkingDays.onOrBefore(day).getYear() == day.getYear() ? WorkingDays.onOrBefore(day) : day;
        String code = "%s-339901-%06d".formatted(category.equals("LAND_MINING") ? "A03" : "A02", ++number);
        trades.put(
                "unifiedDealCode",
                code,
                "category",
                category,
                "completedAt",
                TradingSample.at(working, draws.between(9, 16), draws.between(0, 59)),
                "outcome",
                "SUCCESS",
                "dealAmount",
                amount + ".00",
                "platform",
                "JY-01");
        if (category.equals("RURAL")) {
            rural.put(
                    "dealNo",
                    "NC-%d-%04d".formatted(day.getYear(), 1_000 + number),
                    "name",
                    draws.one(DistrictNames.VILLAGES) + draws.one(List.of("集体厂房出租", "农田流转", "山林承包", "鱼塘承包")),
                    "subject",
                    draws.one(List.of("ASSET_LEASE", "LAND_OPERATION")),
                    "reservePrice",
                    amount * draws.between(80, 98) / 100 + ".00",
                    "dealPrice",
                    amount + ".00",
                    "tradedOn",
                    working,
                    "platform",
                    "JY-02",
                    "company",
                    draws.one(owners).creditCode());
        }
    }

    /** Shares what is left of the volume out to the land deals. */
    private void share(Table trades, List<Integer> land, long volume) {
        long rest = Math.max(volume, LEAST_LAND * land.size());
        for (int i = 0; i < land.size(); i++) {
            int left = land.size() - i;
            long amount = left == 1 ? rest : Math.max(LEAST_LAND, rest / left * draws.between(40, 160) / 100);
            amount = Math.min(amount, rest - LEAST_LAND * (left - 1));
            rest -= amount;
            trades.set(land.get(i), "dealAmount", amount + ".00");
        }
    }

    private static long yuan(String amount) {
        return Long.parseLong(amount.substring(0, amount.indexOf('.')));
    }
}
