package worthwhile.fuzz;

import java.util.List;

/** Sound, invented inputs of all kinds, to be broken. */
final class Samples {
  private Samples() {}

  static final List<String> PAY =
      List.of(
          "US - Answer a short survey (2-3 min) - A. Lab - $.35/~3 mins - (>95%)",
          "[Hiring] Voice-over for a short video, $200-250/video, 10 minutes of audio",
          "Senior Platform Engineer, €75k–110k, remote, Mo-Fr",
          "Pay: £1.50 for 10 minutes (£9.00/hr) + £0.50 bonus",
          "Earn up to 2,000 SB (=$20) in 1h 30m; ₹15,000 to ₹20,000 per month",
          "0.05 USDT each, 1/2 done, 25.- CHF pro Stunde, 10 000 Kč za měsíc",
          "30 to 45 minutes, $15 - $20 per hour, paid weekly. 5 cents a word for a text.",
          "R$ 20,00 por hora ou US$ 4 / task (est. 4:30)");

  static final List<String> WORK =
      List.of(
          """
          Study,Reward,Bonus,Started At,Completed At,Completion Code,Status
          Habits,£2.67,£0.00,2026-03-25 02:52:58.886000,2026-03-25 02:58:41.890000,C1,APPROVED
          Never begun,£1.80,£0.00,,,,RETURNED
          """,
          """
          Project,Client,Description,Task,User,Start date,Start time,End date,End time,Duration,Tags
          Prolific,Lab,Survey,,Ada,2026-03-25,09:00:00,2026-03-25,09:20:00,00:20:00,
          """,
          """
          Date;Title;Client;Amount (EUR);Bonus;Minutes;Status
          25.03.2026;Tippen;Labor;1,50;0,20;12;bezahlt
          26.03.2026;"Hören; schreiben";Labor;2,10 €;;1h 5m;paid
          """,
          """
          Title\tPlatform\tRequester\tReward USD\tStarted\tSubmitted\tDuration in minutes\tStatus\tFingerprint
          Tag birds\tmturk\tA. Lab\t$0.35\t2026-03-25 09:00\t2026-03-25 09:03\t3\tApproved\t
          """,
          """
          {"results": [{"hit_id": "3A", "title": "Tag birds", "requester_name": "A+Lab", "requester_id": "A1",
            "reward": {"amount_in_dollars": 0.35, "currency_code": "USD"}, "state": "Approved",
            "date": "2026-03-25T12:00:00Z"}]}
          """);

  static final List<String> POSTINGS =
      List.of(
          """
          {"source": "board", "identifier": "1", "title": "Tag 20 birds for $2", "description": "<p>10 minutes</p>",
           "hiringOrganization": {"name": "A. Lab", "identifier": "A1", "url": "https://lab.example/"},
           "baseSalary": {"currency": "USD", "minValue": 2, "maxValue": 2.5, "unitText": "TASK"},
           "timeRequired": "PT10M", "timeAllowed": "1 hour", "totalJobOpenings": 20, "datePosted": "2026-11-20",
           "applicantLocationRequirements": ["US", "Canada"], "devices": ["phone"], "language": "en",
           "related": [{"title": "Tag 40 birds", "reports": [{"minutes": 12}]}]}
          """,
          """
          {"title": "Voice-over", "baseSalary": "€20 per hour", "timeRequired": 600, "datePosted": "3 days ago",
           "skills": ["voice"], "reports": [{"minutes": 3.5, "pay": 1}, {"minutes": 4}], "validThrough": 1790000000}
          """);

  static final List<String> FORWARDS =
      List.of(
          """
          {"url": "https://internal-api.prolific.com/api/v1/participant/studies/", "status": 200,
           "contentType": "application/json", "seenAt": "2026-11-22T12:00:00Z",
           "body": "{\\"results\\": [{\\"id\\": \\"0123456789abcdef01234567\\", \\"name\\": \\"A study of books\\", \\"reward\\": 150, \\"estimated_completion_time\\": 10}]}"}
          """,
          """
          {"url": "https://www.microworkers.com/jobs.php", "contentType": "text/html; charset=utf-8",
           "body": "<html><body><div class=\\"jobslist\\" id=\\"campaign0123456789ab\\"><a href=\\"/job.php\\">Look</a><p>$0.20</p></div></body></html>"}
          """,
          """
          {"task": {"title": "A study of books", "url": "https://app.prolific.com/studies/0123456789abcdef01234567",
            "requester": "A. Lab", "pay": "£1.50", "minutes": 10}, "seenAt": "2026-11-22T12:00:00Z"}
          """);

  static final List<String> SEARCHES =
      List.of(
          "birds \"a phrase\" -without platform:prolific requester:\"A. Lab\" country:US",
          "1h 30m P1D 24h 2.50 true newest");
}
