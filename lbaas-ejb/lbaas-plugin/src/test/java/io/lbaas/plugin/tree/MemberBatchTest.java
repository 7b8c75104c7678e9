package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.message.Operation;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberBatchTest {

    private static final New.OfMember A = wanted("10.0.0.1");
    private static final New.OfMember B = wanted("10.0.0.2");
    private static final New.OfMember C = wanted("10.0.0.3");

    private LoadBalancerTree tree = Samples.tree();
    private Pool pool;

    @BeforeEach
    void poolWithTwoMembers() {
        var editor = Samples.editor(tree);
        pool = editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
        editor.members().replace(pool.id(), List.of(A, B), false);
        tree = editor.tree();
        settle();
    }

    @Test
    void createsUpdatesAndDeletesInOneGeneration() {
        long before = tree.root().generation();

        replace(false, weighing(B, 9), C);

        assertThat(statuses())
                .isEqualTo(Map.of(
                        "10.0.0.1", ProvisioningStatus.PENDING_DELETE,
                        "10.0.0.2", ProvisioningStatus.PENDING_UPDATE,
                        "10.0.0.3", ProvisioningStatus.PENDING_CREATE));
        assertThat(tree.root().generation()).isEqualTo(before + 1);
        assertThat(tree.touched()).hasSize(3);
        settle();
        assertThat(tree.members().map(member -> member.spec().weight())).containsExactly(9, 1);
    }

    @Test
    void leavesAloneWhatIsAsTheListSays() {
        replace(false, A, weighing(B, 9));

        assertThat(statuses())
                .isEqualTo(
                        Map.of("10.0.0.1", ProvisioningStatus.ACTIVE, "10.0.0.2", ProvisioningStatus.PENDING_UPDATE));
    }

    @Test
    void isNoChangeWhereNothingDiffers() {
        replace(false, B, A);

        assertThat(tree.changed()).isFalse();
        assertThat(statuses().values()).containsOnly(ProvisioningStatus.ACTIVE);
    }

    @Test
    void comparesLabelsToo() {
        replace(true, new New.OfMember(new Labels("renamed", "", List.of()), A.spec()));

        assertThat(tree.members().map(member -> member.labels().name())).containsExactly("renamed", "web");
    }

    @Test
    void keepsWhatAnAdditiveListLeavesOut() {
        replace(true, C);

        assertThat(statuses())
                .isEqualTo(Map.of(
                        "10.0.0.1", ProvisioningStatus.ACTIVE,
                        "10.0.0.2", ProvisioningStatus.ACTIVE,
                        "10.0.0.3", ProvisioningStatus.PENDING_CREATE));
    }

    @Test
    void anEmptyListDeletesAllOrNothing() {
        replace(true);
        assertThat(tree.changed()).isFalse();

        replace(false);
        assertThat(statuses().values()).containsOnly(ProvisioningStatus.PENDING_DELETE);

        replace(false);
        assertThat(tree.changed()).isFalse();
    }

    @Test
    void refusesTheSameMemberTwiceHoweverItIsSpelt() {
        refused(
                Fault.Kind.INVALID,
                "Validation failure: Member must be updated only once in the same request.",
                wanted("2001:db8::1"),
                wanted("2001:DB8:0::1"));
    }

    @Test
    void refusesToChangeAMemberThatIsPending() {
        replace(true, weighing(A, 9));

        replace(true, weighing(A, 9));
        assertThat(tree.changed()).isFalse();
        refused(Fault.Kind.IMMUTABLE, "Member " + member("10.0.0.1").id() + " is immutable and cannot be updated.", A);
    }

    @Test
    void triesAgainWhatWasRefused() {
        replace(true, weighing(A, 9));
        var refused = member("10.0.0.1");
        refused.refuse("no", Samples.NOW);

        replace(true, weighing(A, 9));

        assertThat(refused.provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
    }

    @Test
    void aMemberOnItsWayOutCannotComeBackAtOnce() {
        replace(false, B);

        refused(Fault.Kind.IMMUTABLE, "Member " + member("10.0.0.1").id() + " is immutable and cannot be updated.", A);
    }

    private void replace(boolean additive, New.OfMember... members) {
        var editor = Samples.editor(tree);
        editor.members().replace(pool.id(), List.of(members), additive);
        tree = editor.tree();
    }

    private void refused(Fault.Kind kind, String words, New.OfMember... members) {
        assertThatThrownBy(() -> replace(true, members))
                .hasMessage(words)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private void settle() {
        var root = tree.root();
        new Settlement(tree, Samples.NOW).settle(Results.success(Operation.APPLY, root.id(), root.generation()));
    }

    private Member member(String address) {
        return members()
                .filter(member -> member.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, ProvisioningStatus> statuses() {
        return members().collect(Collectors.toMap(Member::address, Member::provisioningStatus));
    }

    private Stream<Member> members() {
        return tree.membersOf(pool.id());
    }

    private static New.OfMember wanted(String address) {
        return new New.OfMember(Samples.LABELS, Samples.member(address, 80));
    }

    private static New.OfMember weighing(New.OfMember member, int weight) {
        MemberSpec old = member.spec();
        var spec = new MemberSpec(old.address(), old.protocolPort(), weight, false, true, null, null, null);
        return new New.OfMember(member.labels(), spec);
    }
}
