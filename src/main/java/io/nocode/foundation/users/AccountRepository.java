package io.nocode.foundation.users;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;

/** Keeps accounts. */
@ApplicationScoped
public class AccountRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** The account, locked until the transaction ends; NOT_FOUND where there is none. */
    public Account lock(UUID id) {
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return account;
    }

    /** The account with this address, in whatever case it is typed. */
    public Optional<Account> findByEmail(String typed) {
        return entities.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", EmailAddress.normalised(typed))
                .getResultStream()
                .findFirst();
    }

    /**
     * Stores a new account.
     *
     * @throws io.nocode.shared.problem.Problem EMAIL_TAKEN where the address has one, also if it was made at this moment
     */
    public void add(Account account) {
        try {
            entities.persist(account);
            entities.flush();
        } catch (PersistenceException refused) {
            if (DatabaseFault.in(refused)
                    .filter(DatabaseFault::isUniqueViolation)
                    .isPresent()) {
                throw UserProblem.EMAIL_TAKEN.at("email", "field.taken");
            }
            throw refused;
        }
    }

    /** Writes what has changed so far, so that plain SQL sees it. */
    public void flush() {
        entities.flush();
    }

    Listing<Account> listing() {
        return Listing.of(entities, Account.class);
    }
}
