package io.lbaas.bench;

import java.util.function.IntConsumer;

/** What reading costs, and that it does not cost more where there is more that is not read. */
final class Reads {
    private static final int WARM_UP = 300;
    private static final int SHOWS = 1000;
    private static final int LISTS = 50;
    private static final int CREATES = 200;
    private static final int PAGE = 1000;

    private final Subject subject;
    private final Report report;

    Reads(Subject subject, Report report) {
        this.subject = subject;
        this.report = report;
    }

    void run() {
        subject.fillTo(PAGE);
        Clients.run(1, WARM_UP, i -> show(newest()));
        Clients.run(1, LISTS, i -> subject.list(""));
        at(PAGE);
        subject.fillTo(10 * PAGE);
        at(10 * PAGE);
    }

    private void at(int loadBalancers) {
        String among = "_of_" + loadBalancers;
        String newest = newest();
        reads("show" + among, SHOWS, i -> show(newest));
        reads("list_1000" + among, LISTS, i -> subject.list("?limit=1000"));
        String marker = subject.list("?sort=created_at:desc&limit=21").get(20).getString("id");
        reads("last_page" + among, LISTS * 4, i -> subject.list("?limit=20&marker=" + marker));
        reads("by_name" + among, LISTS * 4, i -> subject.list("?name=nobody"));
        reads("accept_1" + among, CREATES, i -> subject.create("noop"));
    }

    private String newest() {
        return subject.list("?sort=created_at:desc&limit=1").get(0).getString("id");
    }

    private void show(String id) {
        subject.api().show("loadbalancers/" + id, "loadbalancer");
    }

    private void reads(String name, int items, IntConsumer item) {
        subject.measure(report, name, items, () -> Clients.run(1, items, item));
    }
}
