-- Income of the year, in euros, by the funder of each entry and not by that of its dispositif.
SELECT ledger.funder_id AS member, SUM(ledger.amount_cents) AS numerator, 100 AS denominator
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop AND account.line <> 'expense'
GROUP BY ledger.funder_id
