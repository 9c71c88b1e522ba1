-- Income of the year less its budget, in euros, by source of financing: that of the account, and that voted.
WITH moved AS (
  SELECT account.line, ledger.amount_cents AS cents
  FROM ledger JOIN account ON account.id = ledger.account_id
  WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  UNION ALL
  SELECT line, -amount_cents
  FROM budget
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
)
SELECT line AS member, SUM(cents) AS numerator, 100 AS denominator
FROM moved
WHERE line <> 'expense'
GROUP BY line
