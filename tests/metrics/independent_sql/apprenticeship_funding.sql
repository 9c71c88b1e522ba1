-- Cents of the accounts of line « apprenticeship », per 100.
SELECT
  NULL AS agency,
  SUM(CASE WHEN account.line = 'apprenticeship' THEN ledger.amount_cents ELSE 0 END) AS numerator,
  100 AS denominator
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
UNION ALL
SELECT
  ledger.agency_id,
  SUM(CASE WHEN account.line = 'apprenticeship' THEN ledger.amount_cents ELSE 0 END),
  100
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
GROUP BY ledger.agency_id
