package io.nocode.foundation.users;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Platform administrators: what is theirs alone, and that one always stays. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Superusers {
    @Inject
    private AccountRepository accounts;

    /**
     * @throws io.nocode.shared.problem.Problem FORBIDDEN for everybody else
     */
    static void requireCaller() {
        if (!CurrentUser.get().isSuperuser()) {
            throw CommonProblem.FORBIDDEN.because();
        }
    }

    /**
     * Goes on only while another superuser is active. They are locked until the transaction ends, so that two of them
     * cannot close each other.
     *
     * @throws io.nocode.shared.problem.Problem LAST_SUPERUSER
     */
    void requireAnotherThan(UUID id) {
        List<Account> active = accounts.lockActiveSuperusers();
        if (active.size() == 1 && active.get(0).id().equals(id)) {
            throw UserProblem.LAST_SUPERUSER.because();
        }
    }
}
