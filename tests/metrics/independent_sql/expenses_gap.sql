-- Cents of expenses booked less those voted, both written below 0, per 100.
WITH lines AS (
  SELECT ledger.agency_id, ledger.amount_cents AS booked, 0 AS voted
  FROM ledger JOIN account ON account.id = ledger.account_id
  WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
    AND account.line = 'expense'
  UNION ALL
  SELECT agency_id, 0, amount_cents
  FROM budget
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND line = 'expense'
)
SELECT NULL AS agency, SUM(voted) - SUM(booked) AS numerator, 100 AS denominator
FROM lines
UNION ALL
SELECT agency_id, SUM(voted) - SUM(booked), 100
FROM lines
GROUP BY agency_id
