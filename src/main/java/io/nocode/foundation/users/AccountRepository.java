package io.nocode.foundation.users;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps accounts. */
@ApplicationScoped
public class AccountRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id)).filter(account -> !account.isErased());
    }

    /** The accounts with these ids, by id. */
    public Map<UUID, Account> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select a from Account a where a.id in :ids", Account.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Account::id, account -> account));
    }

    /** The account, locked until the transaction ends; NOT_FOUND where there is none. */
    public Account lock(UUID id) {
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (account == null || account.isErased()) {
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

    /** The active superusers, locked until the transaction ends, so that two of them cannot close each other. */
    List<Account> lockActiveSuperusers() {
        return entities.createQuery(
                        "select a from Account a where a.superuser = true and a.active = true order by a.id",
                        Account.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Listing<Account> listing() {
        return Listing.of(entities, Account.class).where("e.erasedAt is null");
    }
}
