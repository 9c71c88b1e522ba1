-- Cents of the accounts of expenses, which are debits, per 100.
SELECT
  NULL AS agency,
  -SUM(ledger.amount_cents) AS numerator,
  100 AS denominator
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line = 'expense'
UNION ALL
SELECT
  ledger.agency_id,
  -SUM(ledger.amount_cents),
  100
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line = 'expense'
GROUP BY ledger.agency_id
