/** Types of the contract. Generated from openapi.yaml by `npm run generate`; never edited. */

export interface paths {
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; answers a bearer token and sets the session cookie */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am and what I may do */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password; ends my other sessions */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have typed and not sent, in whichever browser; the newest first */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which form, about what: words of the console and ids */
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what I have typed, sealed, until it is sent, dropped or a week old
         * @description One account has thirty at most; the oldest makes room. What another browser has saved since is not written over (`changed-meanwhile`).
         */
        put: operations["saveDraft"];
        post?: never;
        /** It is sent, or not wanted any more */
        delete: operations["dropDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers by owner, step, counterpart, due day; soonest due first */
        get: operations["listTransfers"];
        put?: never;
        /** Accept a transfer-in at the counter (受理) */
        post: operations["acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refusals in writing, the newest first */
        get: operations["listRefusals"];
        put?: never;
        /** Refuse a request in writing before it is taken up (不予受理), for a reason that its answers give (A01, A02, A03, A07, A08) */
        post: operations["refuseApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refusals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One refusal, to be printed */
        get: operations["readRefusal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The in-tray, the last that came first */
        get: operations["listIncoming"];
        put?: never;
        /**
         * Register a paper on the day on which it came; a letter of another region opens a transfer-out, counted from that day
         * @description Refused only where it cannot be: arrived in the future, or dated after its arrival. What fits no case waits for somebody (a task incomingPaper); a letter that is here already is known again; two regions that ask for one person are two transfers of one case.
         */
        post: operations["registerIncoming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One paper */
        get: operations["readIncoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming/{id}/placing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what was found out of a paper that waits; it is placed as if it had been legible on the day on which it came
         * @description A letter opens its transfer-out counted from that day, or joins the transfer that is named; any other paper is given to the transfer that is named. All that still lacks is refused at once.
         */
        post: operations["placeIncoming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming/{id}/setting-aside": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A paper that waits belongs to nobody here; it stays in the register, with who said so, when and why */
        post: operations["setIncomingAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming/{id}/taking-up": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A paper that was set aside waits again, and is somebody’s work */
        post: operations["takeIncomingUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find by any number or its last digits; in the body, because numbers of persons never stand in addresses. Who looked is recorded */
        post: operations["searchTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One transfer with its letters, forms, money, papers, tasks, notices and the facts allowed now */
        get: operations["readTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Contributions came late (补转); a linked transfer follows one that was completed, with a walk, a holder and a limit of its own. It is no pass */
        post: operations["openSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that a transfer which has ended goes on as a linked one from its first step; another person confirms it. Its attempts count on, and its pass is lost */
        post: operations["reopenTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that the relation and the money of a completed transfer go back (错转退回), because they were another person’s; another person confirms it */
        post: operations["reverseTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The person of a transfer with all their transfers, what waits for them and what they were told. Who looked is recorded */
        get: operations["readPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/person/revealing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the numbers of a person as they are, to who has no open work with them; the reason is recorded first */
        post: operations["revealPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What the core system says of the person’s account, row by row, and the info form that follows from it */
        get: operations["listContributions"];
        put?: never;
        /** Rows entered by hand, where no core system is connected; one of the same place, month and nature is replaced if it was entered by hand too */
        post: operations["enterContributions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/contributions/fetching": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the core system for the rows and the generated form of the person; what differs is a difference with an owner */
        post: operations["fetchContributions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/contributions/{rowId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                rowId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a row that was entered by hand; it stays kept */
        post: operations["withdrawContribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/core-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** In which batches the form of a transfer went to the core system, and what it answered (并账回执) */
        get: operations["listCoreReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/core/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of entered forms, newest first, and how many forms wait for the next one */
        get: operations["listCoreBatches"];
        put?: never;
        /** Put all entered forms that no batch holds into one, and tell the core system; without a gateway, or as a file, somebody carries it */
        post: operations["sendCoreBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/core/batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A batch as the file that somebody carries to the core system, with numbers in full; who takes it is noted */
        get: operations["readCoreBatchFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/core/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A receipt of the core system that came on paper; one for another form, twice, or in part is a difference */
        post: operations["recordCoreReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/core/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the core system for its receipts, and say anew what differs; the worker does the same by itself */
        post: operations["compareWithCore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/core/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the core system says and we do not, or otherwise; oldest first, each with an owner */
        get: operations["listCoreDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/core/differences/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was found out about a difference; one that is still there tomorrow is told again */
        post: operations["settleCoreDifference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What talks with people can be about, by service; each from a day on */
        get: operations["listContactTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the national registry whether a mobile belongs to the person of a transfer, before anything personal is told
         * @description Unknown is not a match. An answer is good for half an hour, for whoever asked, and stays with the contact that names it. Without a registry every answer is unknown, and the control questions remain.
         */
        post: operations["checkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Talks with people, the newest first; exactly what one number of the contacts counts */
        get: operations["listContacts"];
        put?: never;
        /**
         * Record a talk with a person, an employer or somebody unknown
         * @description It is never changed afterwards. Something personal is told only to whom is known: card seen, mobile matched, or questions answered. The third contact of a person about one topic within `repeatedContactWithinDays` opens a task of the manager. A contact that keeps a promise names it.
         */
        post: operations["recordContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was promised to people, and whether it was kept; those that fall due last come first */
        get: operations["listPromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts of a period by topic and month, those solved at once, and promises that were due
         * @description First-contact resolution is solvedAtOnce ÷ toSolve: of the contacts in which somebody came with something that could be solved. Consultations are counted apart from business handled.
         */
        get: operations["readContactFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct how the person is reached; one clerk who saw the ID. The old number is told by SMS; what was before is kept */
        patch: operations["correctContact"];
        trace?: never;
    };
    "/transfers/{id}/status-code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the person a new status code; the old one ends at once */
        post: operations["renewStatusCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Propose the right name or number of the person; whoever has that number already is found to be the same person */
        patch: operations["correctIdentity"];
        trace?: never;
    };
    "/transfers/{id}/same-person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that another transfer is of this same person; their cases come to the row of this one */
        post: operations["joinPersons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Who holds it, since when, every step with owner and deadline, what is next */
        get: operations["readProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The history, oldest first */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what happened */
        post: operations["recordFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a paper (PDF, JPEG or PNG, at most 10 MiB); encrypted, never changed */
        post: operations["addPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/papers/{paperId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                paperId: string;
            };
            cookie?: never;
        };
        /** The paper as it was received; who looked is recorded */
        get: operations["readPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Papers of a transfer that left the office, the last made first, with those that were replaced; and which can be printed now, where that is asked */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Print a paper; one that stands already is given back as it was printed
         * @description With `anew`, and whenever there is `input`, a paper that stands is printed again from what is so now, under its number as a further version, and the old one is marked as replaced. What happened while it was drawn is not left out: it is read again.
         */
        post: operations["makeDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/documents/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a paper would be printed now, marked as a preview; nothing is kept */
        post: operations["previewDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refusals/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print a refusal in writing; one that stands already is given back as it was printed */
        post: operations["makeRefusalDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The paper as it was printed, to the byte; who looked is recorded */
        get: operations["readDocumentFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers of no single transfer that were printed on a day, the last made first */
        get: operations["listOfficeDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print the letter that each of these transfers has to send now; one that stands is given back as it was printed
         * @description Each is printed for itself: those that cannot be are named with everything that is wrong, and the others are kept.
         */
        post: operations["printLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/envelopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print address labels of what is to be sent now, or the courier’s sheet of what was posted on a day
         * @description The same labels, or the same envelopes, on the same day are the same paper: it is given back as it was printed, unless it is asked for `anew`. An office without an address is named, and nothing is printed.
         */
        post: operations["printEnvelopes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print everything that a colleague holds now, to be signed by who hands over, who takes over and who watches
         * @description A second one of the same day is a further version, and the first is marked as replaced. Whoever is not named is written in by hand.
         */
        post: operations["printHandOverList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Papers to other offices of a day as one file, behind the posting list for the courier; who looked is recorded */
        post: operations["printDocumentBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/document-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words of papers as the office has them, by kind: what holds today and what comes */
        get: operations["listDocumentTemplates"];
        /**
         * Word a paper anew from a day on; a block that is left out has the program’s own words
         * @description In braces stands what is filled in. A block that lacks a field it needs or holds one that its kind has not is refused with all its defects at once.
         */
        put: operations["putDocumentTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/document-templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a kind of paper would look with these words, filled with the data of nobody */
        post: operations["previewDocumentTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/office/letterhead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on every paper of the office beside its name and telephone, now and from days that come */
        get: operations["readLetterhead"];
        /** Address, postcode, what the seal says and the logo, from a day on; of two for one day the later one holds */
        put: operations["putLetterhead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/office/letterhead/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a letter would look with this letterhead, filled with the data of nobody */
        post: operations["previewLetterhead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/office/logos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A logo that a letterhead may name (PNG or JPEG, at most 300 KiB, at most 2000 pixels a side)
         * @description It stands on nothing until a letterhead names it. A picture that breaks off is refused, as is one of another kind, whatever its name says. The same picture twice is one.
         */
        post: operations["addLogo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters by waybill, state, day, silence or what they wait for, with their scans; numbers without a letter follow where a number or silence is asked for
         * @description The last posted come first; with `awaits` the first posted, and `count` says how many there are in all. As CSV all letters of a day come at once, for whoever keys them into the national platform.
         */
        get: operations["listLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courier/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The courier's webhook */
        post: operations["receiveScans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sms/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delivery receipts of the SMS gateway */
        post: operations["receiveSmsReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sms/gateway-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery receipt in the form of the gateway, as a query */
        get: operations["receiveGatewayReceipt"];
        put?: never;
        /** Delivery receipts in the form of the gateway */
        post: operations["receiveGatewayReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money received, newest first, with where every fen of it is */
        get: operations["listCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credits/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money about which a person must decide, the oldest first, part by part, with why, and with the return that waits for a second person */
        get: operations["listWaitingMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the national platform has in transit beside what we have, on the day of its newest list or of the last one by a day */
        get: operations["listPlatformDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform-differences/{id}/settling": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody has looked into a difference and says what it was; it stays on the list while the two differ by just this, and asks nobody any more */
        post: operations["settlePlatformDifference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/debits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that left or that the bank took back, newest first, with what it was found to be and whose task it is
         * @description As a table they are a file (`POST /exports`).
         */
        get: operations["listDebits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money out, the longest in its state first, with place, owner and every state that it was in */
        get: operations["listRemittances"];
        put?: never;
        /** Plan one remittance, of a transfer or of money that goes back, or in the place of one whose money lies there unpaid */
        post: operations["planRemittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remittances/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of a remittance by the word of a person; that it left or came back says the bank */
        post: operations["recordRemittanceFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remittances/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that a remittance leaves; another person, who has not planned it, confirms */
        post: operations["releaseRemittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remittances/{id}/debit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose that a debit which the bank has worded otherwise pays this remittance; another person confirms
         * @description The amount agrees, and the reference or the payee besides, and the debit names no other reference of ours; then it is the bank’s word for it.
         */
        post: operations["joinDebit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credits/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person confirms a proposal, rejects it, or says whose money it is */
        post: operations["decideMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credits/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that money which is not ours, or was paid twice, goes back; another person confirms it */
        post: operations["returnCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes two people, mine to confirm, and what became of mine */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One proposal, for who made it, may confirm it or has decided it */
        get: operations["readApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm it as the second person; everything is checked anew, and done at once */
        post: operations["confirmApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse it, or withdraw one’s own */
        post: operations["refuseApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the banks of this office write their CSV */
        get: operations["listBankLayouts"];
        /** A bank's layout, new or instead of the one of its name; a file is read by the layout that its header fits best */
        put: operations["putBankLayout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The office's own accounts; while there is none, a statement of any account is taken */
        get: operations["listBankAccounts"];
        /**
         * All of the office's accounts at once; proposed, and done when another administrator confirms it
         * @description Whose statements are taken in as money of the office: until it is confirmed the accounts before stand. Where no second administrator has signed in within thirty days it is done at once, and marked.
         */
        put: operations["putBankAccounts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bank’s statements that were taken in, the last one first, each with its end and whether it goes on from the one before */
        get: operations["listBankStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /**
         * A file in; good rows go in, bad rows come back with line, field and reason
         * @description A table as CSV (UTF-8 or GB18030) or as a workbook (.xlsx, one sheet with the header, at most 250,000 rows); a statement also as
         *     ISO 20022 XML or a zip of those. The content says which, not the name. The header is found by its words within the first 40 rows.
         *     What cannot be read at all (a password, macros, .xls, a zip of a table, a damaged file) is refused with 415 and one sentence.
         */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Progress and counts */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What became of each line */
        get: operations["listImportLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The refused lines with every defect; JSON, or CSV by the Accept header or `format=csv` */
        get: operations["listImportRefusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                line: number;
            };
            cookie?: never;
        };
        /** A line as it came, cell by cell */
        get: operations["readImportLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Refused lines that somebody has put right, the newest correction of each */
        get: operations["listImportCorrections"];
        put?: never;
        /**
         * Put refused lines right; they go in again as a file of their own, under the same rules
         * @description The refused line stays as it came, with its defects; the new file says who has put it right, and which line each of its lines corrects. What would wait for a second person waits. Statements of a bank are corrected by the bank alone.
         */
        post: operations["correctImportLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reader has asked for, newest first */
        get: operations["listExports"];
        put?: never;
        /**
         * Ask for a file of a list, a report, a ledger of the office or the public statistics
         * @description `what` is the operation whose list or report it is, `filter` its parameters as they stand in its address: whoever may read the list may
         *     have it as a file, and what is wrong with the filter is said as the list says it. The file is made in the background, of one moment,
         *     kept sealed for three days, and given to whoever asked as long as he may. The ledgers have `from` and `to` (days of acceptance), the statistics too.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** How far it is; for whoever asked */
        get: operations["readExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The file, for whoever asked and still may; each fetching is noted in the read log with the number of rows */
        get: operations["readExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completion rates of a cohort (办结率), as of a day and as known at an instant */
        get: operations["readCompletion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/completion/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the cases behind one number */
        get: operations["listCompletionTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/completion/belated-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was learnt after the as-of day, lies before it and moved a figure of that day
         * @description Figures as of a day move by these alone. The cases are those that stand otherwise than they were known to stand at the end of the as-of day.
         */
        get: operations["listBelatedFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open transfers by step, owner and age */
        get: operations["readOpenWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/volume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and money in a period and since the beginning */
        get: operations["readVolume"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/volume/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly what one number of the volume counts or sums, newest first */
        get: operations["listVolumeItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/main-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The six numbers of an office, of a period, since a day and a year before
         * @description Transfers taken up and money, each way; letters and notices. Each number is one of the volume: `GET /metrics/volume/items` with its name as `figure` and
         *     the same days lists exactly what it counts or sums. A year before whole months lie whole months, so that February is compared with all of February.
         */
        get: operations["readMainFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Working days per step, own and counterpart's share apart */
        get: operations["readStepTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/steps/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exactly the steps, or the completed transfers, behind one number of the step times, newest first
         * @description With a step each closing of it; without, the transfers completed in the period. `what` are the working days that it took, of a transfer those of the party together.
         */
        get: operations["listStepTimeItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/month-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bureau's monthly sheet (月报) as far as the ledger knows it, of one direction
         * @description opening + accepted - completed - endedOtherwise = inTransit, by the dates as they are known now.
         */
        get: operations["readMonthSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/month-sheet/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exactly what one number of the monthly sheet counts or sums, newest first
         * @description `what` is how it ended, or the step that it was in at the end of the period (open: in none)
         */
        get: operations["listMonthSheetItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every fen is, received and paid; the six states sum to what was received and what was there, those of money out to what was ordered */
        get: operations["readMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who holds what he cannot do, or what nobody but the manager may
         * @description Steps, tasks and stewardships, the oldest first. What somebody else can do goes on within a minute by itself; what stays is for the manager: a role or a colleague is missing.
         */
        get: operations["listHeldWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manual-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people decided by hand in a period (人工干预清单), newest first; JSON, or printed (`format=pdf`)
         * @description Each decision once: what two people agreed on under the kind of the proposal, with both. `counts` are of the period and the people, whatever kind was asked for. Printed all of them come at once; as a table they are a file (`POST /exports`).
         */
        get: operations["listManualDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monthly-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kept sheets, the newest month first, of each month the newest version first */
        get: operations["listMonthlySheets"];
        put?: never;
        /**
         * Make the bureau's monthly sheet (月报) of a month as of a day, and keep it as it is now
         * @description The first of a month is version 1. A further one stands for a sheet that was sent back, and says why. What is kept never changes: neither the numbers nor the cases behind them.
         */
        post: operations["makeMonthlySheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monthly-sheets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One kept sheet, with the version before it to compare */
        get: operations["readMonthlySheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monthly-sheets/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Exactly what one number of a kept sheet counted or summed when it was made, newest first */
        get: operations["listMonthlySheetItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monthly-sheets/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print a kept sheet; one that was printed is given back as it was */
        post: operations["printMonthlySheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Months in which cases were closed, the newest first, with how many wait for a box */
        get: operations["listArchiveMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases closed in a month that lie in no box, the first closed first */
        get: operations["listWaitingForBox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Boxes, the newest number first */
        get: operations["listArchiveBoxes"];
        put?: never;
        /**
         * Put what was closed in a month and lies in no box into boxes (归档装盒)
         * @description One box or more for each direction and each kind; a box holds at most `casesPerBox`, a run at most 2,000 cases: the same again takes the rest. What closes later in the month goes into the boxes of the next run. Each case keeps in its history who put it there.
         */
        post: operations["boxClosedCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/boxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A box with its list of contents (卷内目录); who looked is noted */
        get: operations["readArchiveBox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/boxes/{id}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a case out of its box, with the reason; the list of contents keeps its line
         * @description While it stays closed it goes into a box of the next run.
         */
        post: operations["takeOutOfBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/boxes/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print the list of contents of a box; after something was taken out as a further version, else what was printed is given back as it was */
        post: operations["printBoxContents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Samples, the newest first */
        get: operations["listAuditSamples"];
        put?: never;
        /**
         * Draw a random sample of cases by a seed
         * @description The cases in the order of SHA-256 over seed, a colon and the case number, in UTF-8: the first `size` of them. Whoever has the numbers draws the same again without us.
         */
        post: operations["drawAuditSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-samples/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A sample with its cases, and whether the same would be drawn today */
        get: operations["readAuditSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-samples/{id}/cases/{caseId}/package": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                caseId: string;
            };
            cookie?: never;
        };
        /**
         * Everything of one sampled case as a zip; who took it is noted before the first byte
         * @description `case.json`, for each transfer `events.json`, in which each event carries SHA-256 over itself and the one before, the scanned papers as they came, and `contents.json` with SHA-256 of every file.
         */
        get: operations["readCasePackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the insured person may know, by short code and the last four digits of the phone */
        post: operations["readStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{id}/hand-over-notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Notes for whoever takes this transfer over, the newest first; who has read them when */
        get: operations["listHandOverNotes"];
        put?: never;
        /** Write a note for whoever takes this transfer over; by its holder, its steward or the manager */
        post: operations["writeHandOverNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes that wait for me, of transfers that I hold now, the newest first */
        get: operations["listMyHandOverNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-notes/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read it: by whoever holds the transfer now and has not written the note; once */
        post: operations["markHandOverNoteRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is mine to do, counted; and of my open steps those that came back, with what for */
        get: operations["readMyWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks, due first */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a task that no fact closes */
        post: operations["closeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The staff with roles, load and absence */
        get: operations["listStaff"];
        put?: never;
        /** Open an account; its roles take another administrator, if one was here within thirty days */
        post: operations["addStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account; one that is deactivated gives its open work to the manager. Roles, an administrator’s end and a reopening take another administrator */
        patch: operations["changeStaff"];
        trace?: never;
    };
    "/staff/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A one-time password for somebody else; another administrator confirms it, and alone is told it, once */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/look-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who looked at whom, the newest first
         * @description A transfer, its history, a list with names, letters, money, papers and searches are noted when they are shown, within a second, and once in ten minutes while a page stays open; how long a note is kept is the rule lookUpsKeptMonths. Reading this is noted too
         */
        get: operations["listLookUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much each colleague has, and who has whose while somebody is away
         * @description Every number is the length of a list: `open` of GET /transfers?holderId=…, `dueThisWeek` and `overdue` of the same with that filter, `held` of ownerId with held, `stewarded` of stewardId; those of tasks of GET /tasks?ownerId=…. What is lent is found by lentById, besides.
         */
        get: operations["readLoads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Absences not yet ended */
        get: operations["listAbsences"];
        put?: never;
        /** Mark a colleague away; open work goes to the stand-in */
        post: operations["addAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would pass to whom if a colleague were away from a day on; nothing is written
         * @description By the rules that pass it then, over what he holds now. Steps, tasks and money that waits, the soonest due first, five hundred at most; the numbers are of all.
         */
        get: operations["previewAbsence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The colleague is back; what is still open returns */
        delete: operations["endAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counterparts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of other agencies that are valid today */
        get: operations["listCounterparts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counterparts/{areaCode}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                areaCode: components["schemas"]["AgencyCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct where the post of another agency goes, who answers, until when and who goes on for it; its name comes with the directory’s file */
        patch: operations["correctCounterpart"];
        trace?: never;
    };
    "/counterparts/{areaCode}/account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                areaCode: components["schemas"]["AgencyCode"];
            };
            cookie?: never;
        };
        /** Where another agency wants its money; for whoever decides about money */
        get: operations["readCounterpartAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        /** The days that a year's holiday notice named; 404 until it is loaded */
        get: operations["readCalendar"];
        /** Load or correct a year's holiday notice; open deadlines are computed again, and the answer says what moved */
        put: operations["loadCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reason-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reason codes with their effect */
        get: operations["listReasonCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/office-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits and other rules that the office sets by itself; what holds today, since when and why, and what comes */
        get: operations["listOfficeRules"];
        /** Set a rule anew from a day on; two administrators. Open cases keep what they were accepted under */
        put: operations["putOfficeRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to insured persons as the office words them, by kind and language; what holds today and what comes */
        get: operations["listMessageTemplates"];
        /**
         * Word a message anew from a day on; our own text again is taken as none
         * @description In braces stands what is filled in, in the words of the language: {单位}, {查询码}, {日期}, {电话}; {office}, {code}, {date}, {telephone}. A text that lacks one that its kind needs, holds one that its reader must not learn, or an address of a page, is refused with all its defects at once. A gateway that sends texts of its own which were registered with it does not use this one.
         */
        put: operations["putMessageTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/info-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the office's rules say of an info form; nothing is recorded */
        post: operations["checkInfoForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/due-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day on which a limit of working days ends, and every day that did not count */
        get: operations["checkDueDate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statutory age of a month of birth, and the contributions that a pension then needs */
        get: operations["checkRetirement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a person's papers say by themselves; nobody is looked up and nothing is recorded */
        post: operations["checkPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/handing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which open steps the manager may give to a colleague, and why not the others; nothing is recorded */
        post: operations["checkHanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What accepting this transfer-in would say now; nothing is recorded
         * @description Refused as acceptTransfer is, with every defect, or with the open transfer that there is already. Under the key of an acceptance that was recorded it says what that one said.
         */
        post: operations["checkTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interest-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Yearly interest on personal accounts; a year and place without a row is not checked */
        get: operations["listInterestRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interest-rates/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        get?: never;
        /** The interest of a year, new or instead of the one before; forms that come from then on are computed with it */
        put: operations["putInterestRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed lately, by the ids of transfers; who accepts text/event-stream is told on, for a minute
         * @description Each server-sent event holds the same JSON. A stream ends after a minute and is asked for anew, with its Last-Event-ID: what came between is told first.
         */
        get: operations["followChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the office says of itself, and how it gives notice */
        get: operations["readOffice"];
        /** Name, telephone, hours and notices of the office, all at once; takes two administrators where there are two */
        put: operations["changeOffice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The procedures that transfers follow: their steps, outcomes, facts and reasons, with their words */
        get: operations["listProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The office clock */
        get: operations["readClock"];
        /**
         * Change the speed of simulated time (practice office only), never above its ceiling
         * @description A speed with `until` ends at that office instant by itself, and the clock goes on as real time does.
         */
        put: operations["steerClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What should be zero: violations, waiting facts, dead letters */
        get: operations["readOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upkeep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps the office running: worker, Temporal, database, gateways, backups, jobs and repairs */
        get: operations["readUpkeep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upkeep/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a worker do one of the repairs of the runbook; one of a kind at a time */
        post: operations["askForRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts of the practice office, one click each; 404 in production */
        get: operations["listPracticeAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/exercises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exercises of my roles, each with my newest try and my best score; 404 in an office at work */
        get: operations["listPracticeExercises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries whose case is still to be made, the oldest first; for the practice office */
        get: operations["listWantedPractice"];
        put?: never;
        /** Begin an exercise on a fresh case, which the practice office makes; a try that is not finished is left */
        post: operations["beginPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A try of mine, as it stands */
        get: operations["readPractice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/attempts/{id}/case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** The case of a try stands where its exercise begins; said by the practice office */
        put: operations["putPracticeCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/attempts/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have done it; judged by what the ledger holds of me since the case was ready, and once only */
        post: operations["finishPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has finished which exercise, and when for the last time; no scores, and nobody is ranked */
        get: operations["listFinishedPractice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every SMS as the practice phone received it, newest first; 404 in production */
        get: operations["listPracticeMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and is migrated */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description Stable: /problems/<name> */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description The request id */
            instance?: string;
            errors?: components["schemas"]["Defect"][];
            /**
             * Format: uuid
             * @description With duplicate-transfer: the open one
             */
            transferId?: string;
            caseNo?: string;
            /** @description With step-not-open, already-decided, transfer-closed, already-held and not-held: the entry of the history by which somebody was first */
            seq?: number;
            /**
             * Format: date
             * @description With waybill-known: when the letter that has the number was posted
             */
            postedOn?: string;
            /** @description With waybill-known: both letters may lie in one envelope, so that sameEnvelope answers it */
            mayBeSame?: boolean;
            /** @description With changed-meanwhile: what has changed since it was proposed */
            changed?: components["schemas"]["ApprovalChange"][];
        };
        Defect: {
            field: string;
            code: string;
            message: string;
            /** @description What the message names, for words in another language; never a person */
            named?: string;
        };
        /** @description Those that were not kept, by their place from 0, with all that is wrong with each */
        OddItems: {
            index: number;
            errors: components["schemas"]["Defect"][];
        }[];
        /** @description Fen (a hundredth of a yuan) */
        Fen: number;
        /** @description Fen in an info form; ten thousand million yuan is more than any form carries */
        FormFen: number;
        /** Format: date */
        Day: string;
        /** Format: date-time */
        Instant: string;
        /** @description Kept encrypted */
        Note: string;
        AreaCode: string;
        Waybill: string;
        /** @enum {string} */
        Direction: "in" | "out";
        /** @enum {string} */
        Role: "clerk" | "letterClerk" | "entryClerk" | "reviewer" | "accountClerk" | "finance" | "manager" | "administrator";
        /**
         * @description direction/type/version, as GET /procedures lists them
         * @example in/employee/2010-66
         */
        ProcedureKey: string;
        /** @example employee */
        ProcedureType: string;
        /**
         * @description A step of the procedure that the transfer follows; GET /procedures lists them with their words
         * @example liaisonLetter
         */
        Step: string;
        /**
         * @description An outcome of the step; or withdrawn or closedWithoutTransfer when the transfer ended in it
         * @example delivered
         */
        StepOutcome: string;
        /**
         * @description Who has the ball while a step is open
         * @enum {string}
         */
        Party: "own" | "otherUnit" | "higherAuthority" | "financeBureau" | "counterpart" | "courier" | "bank" | "employer" | "insured";
        /** @enum {string} */
        Closing: "completed" | "refused" | "withdrawn" | "closedWithoutTransfer" | "letterSentBack";
        /** @enum {string} */
        FactKind: "accepted" | "reopened" | "supplementOpened" | "reviewed" | "letterSent" | "letterDelivered" | "letterReturned" | "letterLost" | "returnedByCounterpart" | "infoFormReceived" | "fundReceived" | "fundReversed" | "fundsAgreed" | "sentBackToCounterpart" | "entered" | "secondReviewed" | "booked" | "letterReceived" | "letterChecked" | "letterSentBack" | "untransferableTold" | "certificateIssued" | "infoFormIssued" | "remittanceChecked" | "fundSent" | "infoFormSent" | "infoFormReissued" | "relationEnded" | "disputeReceived" | "chased" | "decided" | "held" | "resumed" | "withdrawn" | "closedWithoutTransfer" | "takenOver" | "counterpartContacted" | "personTold" | "corrected";
        /** @enum {string} */
        EventKind: "accepted" | "reopened" | "supplementOpened" | "reviewed" | "letterSent" | "letterDelivered" | "letterReturned" | "letterLost" | "returnedByCounterpart" | "infoFormReceived" | "fundReceived" | "fundReversed" | "fundsAgreed" | "sentBackToCounterpart" | "entered" | "secondReviewed" | "booked" | "letterReceived" | "letterChecked" | "letterSentBack" | "untransferableTold" | "certificateIssued" | "infoFormIssued" | "remittanceChecked" | "fundSent" | "infoFormSent" | "infoFormReissued" | "relationEnded" | "disputeReceived" | "chased" | "decided" | "held" | "resumed" | "withdrawn" | "closedWithoutTransfer" | "takenOver" | "counterpartContacted" | "personTold" | "corrected" | "stepOpened" | "reminded" | "overdue" | "escalated" | "holdReviewDue" | "ownerChanged" | "stewardChanged" | "deadlineMoved" | "parked" | "taskOpened" | "taskClosed" | "noticeDecided" | "noticeSent" | "noticeDelivered" | "noticeFailed" | "noticeUnknown" | "repaired" | "walkDiffered" | "imported" | "proposed" | "proposalConfirmed" | "proposalRefused" | "proposalWithdrawn" | "proposalLapsed" | "proposalOvertaken" | "contactChanged" | "statusCodeRenewed" | "identityCorrected" | "handOverWritten" | "handOverRead" | "putInBox" | "takenOutOfBox" | "remittancePlanned" | "remittanceMoved" | "remittanceCameBack" | "remittanceDebited" | "linked" | "transferReversed" | "contactRecorded" | "promiseKept" | "promiseBroken";
        /** @example L02 */
        ReasonCode: string;
        /**
         * @description letter = 来函, form = 信息表, dispute = 异议, chaser = 催办, ownLetterBack = our own letter back
         * @enum {string}
         */
        IncomingKind: "letter" | "form" | "dispute" | "chaser" | "ownLetterBack" | "other";
        /** @enum {string} */
        IncomingState: "opened" | "attached" | "known" | "parked" | "setAside";
        /** @enum {string} */
        IncomingChannel: "ems" | "platform" | "hand";
        /** @enum {string} */
        ContactChannel: "window" | "phone" | "sms" | "letter" | "email" | "portal" | "visit";
        /** @enum {string} */
        ContactOutcome: "solvedAtOnce" | "promised" | "referred" | "nothingToDo";
        /** @enum {string} */
        ContactParty: "person" | "employer" | "nobody";
        /** @enum {string} */
        ContactService: "transferIn" | "transferOut" | "contributions" | "annuity" | "pension" | "service";
        /**
         * @description toSolve: who came with something that could be solved
         * @enum {string}
         */
        ContactFigure: "contacts" | "consultations" | "business" | "toSolve" | "solvedAtOnce";
        /**
         * @description By what it was known to whom was spoken
         * @enum {string}
         */
        IdentityMeans: "notChecked" | "cardSeen" | "mobileMatched" | "questionsAnswered";
        /**
         * @description Unknown is not a match
         * @enum {string}
         */
        IdentityResult: "match" | "noMatch" | "unknown";
        /**
         * @description broken: its instant passed before it was done, whatever came later
         * @enum {string}
         */
        PromiseState: "open" | "kept" | "broken";
        /** @example transferInProgress */
        TopicCode: string;
        ContactTopic: {
            topic: components["schemas"]["TopicCode"];
            service: components["schemas"]["ContactService"];
            words: {
                "zh-CN": string;
                en: string;
                ko: string;
                vi: string;
                fa: string;
            };
            /** @description Something new may be about it */
            isNow: boolean;
        };
        NewIdentityCheck: {
            /**
             * Format: uuid
             * @description Of the person who says they are calling
             */
            transferId: string;
            /** @description From which they call; absent: the one that the office has */
            mobile?: string;
        };
        IdentityCheck: {
            /** Format: uuid */
            id: string;
            result: components["schemas"]["IdentityResult"];
            /** @description Why nobody knows, in a word of ours; empty otherwise */
            reason: string;
            /** @description The number is the one that the office has of the person */
            isKnownMobile: boolean;
            /** Format: date-time */
            askedAt: string;
        };
        NewPromise: {
            channel: components["schemas"]["ToldBy"];
            /** @description Until when */
            dueAt: components["schemas"]["Instant"];
            /** @description Where it is not the number that the office has; kept encrypted */
            phone?: string;
            /** @description What was promised; kept encrypted */
            text?: string;
            /**
             * Format: uuid
             * @description Which colleague keeps it; absent: whoever promises
             */
            ownerId?: string;
        };
        NewContact: {
            /**
             * Format: uuid
             * @description What it is about; its person is whom it is about
             */
            transferId?: string;
            /** @description Where no transfer is named: whoever has this ID number, or a newcomer with name and number */
            caller?: {
                name?: string;
                idNumber?: string;
                mobile?: string;
            };
            /** @description An employer spoke, not the person; kept encrypted */
            employer?: string;
            channel: components["schemas"]["ContactChannel"];
            /** @description in: they came to us */
            direction: components["schemas"]["Direction"];
            occurredAt?: components["schemas"]["OccurredAt"];
            topic: components["schemas"]["TopicCode"];
            /** @description A question only (业务咨询), counted apart from business handled */
            consultation: boolean;
            /** @description Something personal was told; absent: no */
            toldPersonal?: boolean;
            /** @description Absent: notChecked */
            identity?: components["schemas"]["IdentityMeans"];
            /**
             * Format: uuid
             * @description The answer of the registry by which the mobile matched
             */
            identityCheckId?: string;
            outcome: components["schemas"]["ContactOutcome"];
            promise?: components["schemas"]["NewPromise"];
            /**
             * Format: uuid
             * @description The promise that is kept by it
             */
            keepsPromiseId?: string;
            /** @description What was said; kept encrypted */
            text?: string;
        };
        Promise: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description In which it was made
             */
            contactId: string;
            channel: components["schemas"]["ToldBy"];
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            madeAt: string;
            /** Format: date-time */
            keptAt: string | null;
            /** Format: uuid */
            keptContactId: string | null;
            state: components["schemas"]["PromiseState"];
            topic: components["schemas"]["TopicCode"];
            personName: string | null;
            /**
             * Format: uuid
             * @description A transfer of the person
             */
            personOf: string | null;
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            phoneMasked: string | null;
            /** @description Whole, where it was said for this promise only */
            phone: string | null;
            text: string;
            owner: components["schemas"]["StaffRef"];
        };
        Contact: {
            /** Format: uuid */
            id: string;
            channel: components["schemas"]["ContactChannel"];
            direction: components["schemas"]["Direction"];
            party: components["schemas"]["ContactParty"];
            personName: string | null;
            employer: string | null;
            /**
             * Format: uuid
             * @description A transfer of the person
             */
            personOf: string | null;
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            topic: components["schemas"]["TopicCode"];
            consultation: boolean;
            toldPersonal: boolean;
            identity: components["schemas"]["IdentityMeans"];
            outcome: components["schemas"]["ContactOutcome"];
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            by: components["schemas"]["StaffRef"];
            text: string;
            promise: components["schemas"]["Promise"] | null;
        };
        ContactCounts: {
            contacts: number;
            consultations: number;
            business: number;
            toSolve: number;
            solvedAtOnce: number;
        };
        ContactFigures: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            total: components["schemas"]["ContactCounts"];
            topics: (components["schemas"]["ContactCounts"] & {
                topic: components["schemas"]["TopicCode"];
            })[];
            months: (components["schemas"]["ContactCounts"] & {
                month: string;
            })[];
            /** @description Of those that were due in the period */
            promises: {
                open: number;
                kept: number;
                broken: number;
            };
        };
        NewIncoming: {
            kind: components["schemas"]["IncomingKind"];
            /** @description Absent: ems */
            channel?: components["schemas"]["IncomingChannel"];
            /**
             * Format: date-time
             * @description When it came; over the platform, its arrival instant there
             */
            arrivedAt: string;
            senderAreaCode?: components["schemas"]["AgencyCode"];
            /** @description As it stands on the paper, where the directory has no such office */
            senderName?: string;
            /** @description Its number, if legible; of our own letter that of its case */
            letterNo?: string;
            letterDated?: components["schemas"]["Day"];
            /** @description As far as it is legible */
            person?: {
                name?: string;
                idNumber?: string;
            };
            /** @description Of its envelope, as the scanner reads it */
            waybill?: string;
            scanReference?: string;
            /** @description Of a dispute: why; absent, the steward of the transfer says so */
            reasonCode?: components["schemas"]["ReasonCode"];
            /**
             * Format: uuid
             * @description Where whoever registers it knows
             */
            transferId?: string;
            note?: components["schemas"]["Note"];
        };
        IncomingPlace: {
            /**
             * Format: uuid
             * @description To which it belongs
             */
            transferId?: string;
            senderAreaCode?: components["schemas"]["AgencyCode"];
            person?: {
                name?: string;
                idNumber?: string;
            };
            /** @description Of a dispute: why; absent, the steward of the transfer says so */
            reasonCode?: components["schemas"]["ReasonCode"];
        };
        IncomingTask: {
            /** Format: uuid */
            id: string;
            owner: components["schemas"]["StaffRef"];
            /** Format: date */
            dueOn: string;
        };
        IncomingAside: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["StaffRef"];
            note: string;
        };
        Incoming: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["IncomingKind"];
            channel: components["schemas"]["IncomingChannel"];
            /** Format: date-time */
            arrivedAt: string;
            /** Format: date-time */
            recordedAt: string;
            by: components["schemas"]["StaffRef"];
            sender: {
                areaCode: string | null;
                name: string | null;
            };
            waybill: string | null;
            letterNo: string | null;
            /** Format: date */
            letterDated: string | null;
            personName: string | null;
            idNumberMasked: string | null;
            scanReference: string | null;
            note: string | null;
            state: components["schemas"]["IncomingState"];
            /** @description Why it waits: who sent it, whom it is about, or which case it belongs to */
            parkedFor: ("sender" | "person" | "case") | null;
            /** @description Who found that it belongs to nobody here, when and why */
            setAside: components["schemas"]["IncomingAside"] | null;
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            /**
             * Format: uuid
             * @description The same letter that came before
             */
            sameAs: string | null;
            /** @description Another region had asked for the same person */
            twoRegions: boolean;
            /** @description With whom it waits to be looked at; null: with nobody */
            task: components["schemas"]["IncomingTask"] | null;
        };
        /** @enum {string} */
        LetterChannel: "ems" | "platform";
        /** @enum {string} */
        LetterAwaits: "arrival" | "resending";
        /** @enum {string} */
        LetterState: "posted" | "underWay" | "outForDelivery" | "delivered" | "returned" | "lost" | "unknown";
        /** @enum {string} */
        PartState: "suspense" | "proposed" | "matched" | "booked" | "returned" | "reversed";
        /** @enum {string} */
        Verdict: "match" | "part" | "split" | "amountDiffers" | "propose" | "paidTwice" | "suspense";
        /** @enum {string} */
        TaskKind: "tellPerson" | "phoneNotice" | "lateFact" | "parkedFact" | "suspense" | "unknownScan" | "silentLetter" | "unknownNotice" | "silentNotice" | "deadLetter" | "stuckTransfer" | "moneyOut" | "untransferableNotice" | "incomingPaper" | "bouncedRemittance" | "reversedTransfer" | "lateRemittance" | "promise" | "brokenPromise" | "repeatedContact";
        /**
         * @description An operation of this contract, a ledger of the office (ledgerIn, ledgerOut), or the nameless counts by month, province, scheme and outcome (publicStatistics)
         * @enum {string}
         */
        ExportWhat: "listTransfers" | "listTasks" | "listLetters" | "listCredits" | "listWaitingMoney" | "listDebits" | "listBankStatements" | "listImports" | "listRefusals" | "listManualDecisions" | "listHeldWork" | "listCompletionTransfers" | "listBelatedFacts" | "listVolumeItems" | "listStepTimeItems" | "listMonthSheetItems" | "listMonthlySheetItems" | "listCounterparts" | "listStaff" | "readCompletion" | "readVolume" | "readMainFigures" | "readStepTimes" | "readMonthSheet" | "readMonthlySheet" | "readMoney" | "readOpenWork" | "ledgerIn" | "ledgerOut" | "publicStatistics";
        /** @enum {string} */
        ExportFormat: "xlsx" | "csvUtf8" | "csvGb18030";
        /** @description Parameters of the operation as they stand in its address, those of its path too: the `id` of a kept sheet */
        ExportFilter: {
            [key: string]: string;
        };
        NewExport: {
            what: components["schemas"]["ExportWhat"];
            format: components["schemas"]["ExportFormat"];
            filter?: components["schemas"]["ExportFilter"];
        };
        Export: {
            /** Format: uuid */
            id: string;
            what: components["schemas"]["ExportWhat"];
            format: components["schemas"]["ExportFormat"];
            filter: components["schemas"]["ExportFilter"];
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "expired";
            failure: ("roleEnded" | "tooManyRows" | "cellTooLong" | "cannotBeMade") | null;
            /** @description Written so far; of one that was begun anew, counted anew */
            rows: number;
            /** @description Null: nobody knows before its end */
            rowsTotal: number | null;
            bytes: number;
            fileName: string;
            /**
             * Format: date-time
             * @description In the office’s time
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description In the office’s time
             */
            finishedAt: string | null;
            /**
             * Format: date-time
             * @description Real time
             */
            keptUntil: string | null;
        };
        /** @enum {string} */
        ImportKind: "counterparts" | "ledgerIn" | "ledgerOut" | "openTransfers" | "bankStatement" | "courierScans" | "contributions" | "coreReceipts" | "platformInTransit";
        /**
         * @description enterprise = 企业职工, publicInstitution = 机关事业单位, residents = 城乡居民, military = 军人
         * @enum {string}
         */
        Scheme: "enterprise" | "publicInstitution" | "residents" | "military";
        /** @enum {string} */
        ToldBy: "window" | "phone" | "sms" | "letter";
        /** @enum {string} */
        CompletionBucket: "cohort" | "closedAt1" | "closedAt2" | "closedAt3" | "closedWithin1" | "closedWithin2" | "closedWithin3" | "closedLater" | "notClosed" | "stillOpen" | "endedOtherwise" | "mature1" | "mature2" | "mature3" | "accepted" | "refused" | "duplicate" | "withdrawnBeforeFirstLetter" | "otherClosedAt1" | "otherClosedAt2" | "otherClosedAt3" | "inPeriod" | "second" | "withinTwoLimits" | "sameMonth" | "received" | "notInPeriod";
        /** @enum {string} */
        ApprovalKind: "returnCredit" | "corrected" | "decideBase" | "bookOverDefects" | "staffAccess" | "resetPassword" | "releaseImport" | "loadCalendar" | "personIdentity" | "bankAccounts" | "interestRate" | "officeDetails" | "officeRule" | "releaseRemittance" | "reopenTransfer" | "reverseTransfer" | "joinDebit";
        /** @enum {string} */
        ApprovalState: "waiting" | "confirmed" | "refused" | "withdrawn" | "lapsed" | "overtaken";
        /** @description Ids, codes, amounts, days and instants; of loadCalendar each day and of bankAccounts each account (account:<number>) is a field with what it is; of personIdentity the name and number, of releaseRemittance the payee and the account, of joinDebit the payee, of corrected the name (personName) and of decideBase the reasons (baseReason), which are kept sealed */
        ApprovalChange: {
            field: string;
            was: string | number | boolean | null;
            becomes: string | number | boolean | null;
        };
        Approval: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ApprovalKind"];
            state: components["schemas"]["ApprovalState"];
            /** @description What it would do */
            changes: components["schemas"]["ApprovalChange"][];
            /** @description What has changed meanwhile, of one that was overtaken */
            changed: components["schemas"]["ApprovalChange"][];
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            /** @description Why */
            note: string | null;
            /** @description Why not */
            answer: string | null;
            proposedBy: components["schemas"]["StaffRef"];
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description Afterwards it lapses
             */
            until: string;
            decidedBy: components["schemas"]["StaffRef"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description By who reads it */
            mayConfirm: boolean;
        };
        Approvals: {
            /** @description Waiting for somebody like the reader, the most urgent first */
            toConfirm: components["schemas"]["Approval"][];
            /** @description By the reader, newest first */
            proposed: components["schemas"]["Approval"][];
        };
        Confirmed: {
            approval: components["schemas"]["Approval"];
            /** @description Shown to who confirms, this once: a one-time password */
            toldOnce: {
                [key: string]: string;
            };
        };
        Credentials: {
            username: string;
            password: string;
        };
        Session: {
            token: string;
            /** Format: date-time */
            expiresAt: string;
            me: components["schemas"]["Me"];
        };
        Me: {
            /** Format: uuid */
            id: string;
            username: string;
            displayName: string;
            post: string;
            roles: components["schemas"]["Role"][];
            actions: string[];
            mustChangePassword: boolean;
            office: {
                id: string;
                name: string;
                telephone: string;
            };
            practice: boolean;
        };
        SavedDraft: {
            name: string;
            /**
             * Format: uuid
             * @description Another one with every saving
             */
            revision: string;
            /**
             * Format: date-time
             * @description Real time
             */
            savedAt: string;
        };
        Draft: components["schemas"]["SavedDraft"] & {
            text: string;
        };
        StaffRef: {
            /** Format: uuid */
            id: string;
            displayName: string;
            post?: string;
        };
        /**
         * @description notTakenUp = 不予受理, at the counter; notApproved = 审核不通过, after the acceptance. Each has a series of numbers of its own
         * @enum {string}
         */
        RefusalKind: "notTakenUp" | "notApproved";
        WrittenRefusal: {
            /** Format: uuid */
            id: string;
            refusalNo: string;
            kind: components["schemas"]["RefusalKind"];
            reasonCode: components["schemas"]["ReasonCode"];
            ground: string;
            personName: string;
            idNumberMasked: string;
            note: string | null;
            transferId: string | null;
            caseNo: string | null;
            /** Format: date-time */
            refusedAt: string;
            by: components["schemas"]["StaffRef"] | null;
        };
        /** @enum {string} */
        Sex: "male" | "female";
        /** Format: date */
        BirthDay: string;
        /**
         * @description householdRegister = 户口簿, approvalPaper = 调动批件, entrustment = 委托书
         * @enum {string}
         */
        Proof: "householdRegister" | "approvalPaper" | "entrustment" | "other";
        /** @description What the case said when it was accepted; null where nobody was asked */
        Application: {
            said: {
                name: string;
                idNumberMasked: string | null;
                mobileMasked: string | null;
            };
            oldIdNumberMasked: string | null;
            passportOf: string | null;
            employerTelephoneMasked: string | null;
            agent: {
                name: string;
                relation: string | null;
                telephoneMasked: string | null;
            } | null;
            localHukou: boolean | null;
            approvedMove: boolean | null;
            /** Format: date */
            firstInsuredHereOn: string | null;
            insuredHere: boolean | null;
            drawsPension: boolean | null;
            benefitPlaceHere: boolean | null;
            migrantWorker: boolean | null;
            proofs: components["schemas"]["Proof"][];
        };
        NewTransfer: {
            person: {
                name: string;
                idNumber: string;
                /** @description Abroad with + and its country */
                mobile?: string;
                address?: string;
                /** @description The number before it was changed, or the card before a new one */
                oldIdNumber?: string;
                /** @description The country (three letters) of a passport: then idNumber is its number, and bornOn is wanted */
                passportOf?: string;
                /** @description Where the number does not tell it: asked for when the age decides */
                sex?: components["schemas"]["Sex"];
                /** @description Of a passport */
                bornOn?: components["schemas"]["BirthDay"];
            };
            employer?: {
                name?: string;
                telephone?: string;
            };
            /** @description Who acts for the person (代办) */
            agent?: {
                name: string;
                telephone?: string;
                relation?: string;
            };
            /** @description Six digits of an office in the directory */
            counterpartAreaCode: string;
            /** @description Which procedure it follows, in the version of the day; absent: employee */
            procedureType?: components["schemas"]["ProcedureType"];
            /** @default enterprise */
            scheme: components["schemas"]["Scheme"];
            category?: string;
            /** @description Household registration in this province (A03, A07); absent: not asked, which is refused (`asked`) where it decides */
            localHukou?: boolean;
            /** @description Moved with approval (调动): no age gate */
            approvedMove?: boolean;
            /** @description The day on which the relation in this province began: its age counts for A03; absent: the day of the application */
            firstInsuredHereOn?: components["schemas"]["BirthDay"];
            /** @description There is a relation here that has not ended (A01) */
            insuredHere?: boolean;
            /** @description Draws a pension already (A02); asked for from the earliest pension age on */
            drawsPension?: boolean;
            /** @description The pension is drawn in this province (A07, 66号 Art. 6); asked for at pension age of whoever has no hukou here */
            benefitPlaceHere?: boolean;
            /** @description 农民工 */
            migrantWorker?: boolean;
            /** @description What was shown */
            proofs?: components["schemas"]["Proof"][];
            /** @description As it stands on the ticket of the waiting line (排队号); kept in the history */
            queueNumber?: string;
            occurredAt?: components["schemas"]["OccurredAt"];
        };
        /** @description What the person takes home */
        Slip: {
            statusCode: string;
            steward: string;
            stewardPost: string;
            telephone: string;
            nextStep: components["schemas"]["Step"];
            /** Format: date */
            dueOn: string;
            provisional: boolean;
        };
        /** @enum {string} */
        AcceptanceQuestion: "nameDiffers" | "mobileChanged" | "mobileShared" | "formerNumberKnown";
        AcceptedTransfer: {
            transfer: components["schemas"]["TransferRow"];
            slip: components["schemas"]["Slip"];
            /** @description Allowed, and to be asked about: the person is known under another name; gives another mobile than before; somebody else has this mobile; the earlier number is known as another person’s */
            questions: components["schemas"]["AcceptanceQuestion"][];
        };
        OpenStep: {
            ordinal: number;
            step: components["schemas"]["Step"];
            attempt: number;
            owner: components["schemas"]["StaffRef"];
            /** Format: date-time */
            openedAt: string;
            /** Format: date */
            dueOn: string;
            provisional: boolean;
            overdue: boolean;
            held: boolean;
            escalations: number;
        };
        TransferRow: {
            /** Format: uuid */
            id: string;
            caseNo: string;
            direction: components["schemas"]["Direction"];
            procedureType: components["schemas"]["ProcedureType"];
            procedure: components["schemas"]["ProcedureKey"];
            personName: string;
            counterpart: {
                areaCode: components["schemas"]["AgencyCode"];
                name: string;
            };
            scheme: string;
            category: string;
            /** Format: date-time */
            acceptedAt: string;
            steward: components["schemas"]["StaffRef"];
            letterSender: components["schemas"]["StaffRef"] | null;
            openStep: components["schemas"]["OpenStep"] | null;
            /** Format: date-time */
            closedAt: string | null;
            closing: components["schemas"]["Closing"] | null;
            closingReason: string | null;
        };
        MyWork: {
            /** @description Open steps that I own */
            steps: {
                open: number;
                overdue: number;
                held: number;
                sentBack: number;
            };
            /** @description Open transfers that I am the steward of */
            stewarded: number;
            tasks: {
                open: number;
                overdue: number;
            };
            /** @description Proposals that wait for me as the second person */
            toConfirm: number;
            /** @description Notes for whoever took over that I have not read, as GET /hand-over-notes lists them */
            handOverNotes: number;
            /** @description My open steps that were open before under the same name, the soonest due first; five hundred at most */
            sentBack: {
                /** Format: uuid */
                transferId: string;
                step: components["schemas"]["Step"];
                outcome: string;
                reasonCode: string | null;
            }[];
        };
        TransferPage: {
            items: components["schemas"]["TransferRow"][];
            next: string | null;
        };
        Search: {
            /** @description Any of the numbers below, the last digits of a case number, the last four of an ID or of a mobile, or the bank’s serial of a payment; what it is is told from its form */
            any?: string;
            idNumber?: string;
            /** @description Exact */
            name?: string;
            mobile?: string;
            caseNo?: string;
            letterNo?: string;
            waybill?: string;
            statusCode?: string;
        };
        /** @enum {string} */
        FoundBy: "idNumber" | "name" | "mobile" | "caseNo" | "letterNo" | "waybill" | "statusCode" | "caseNoEnd" | "idLastFour" | "phoneLastFour" | "bankSerial";
        Found: {
            items: components["schemas"]["TransferRow"][];
            /** @description Always null: at most a hundred are told, all at once */
            next: string | null;
            /** @description The same, each person once */
            persons: {
                name: string;
                idNumberMasked: string;
                mobileMasked: string | null;
                transferIds: string[];
                /** @description What of what was asked fits */
                by: components["schemas"]["FoundBy"][];
            }[];
        };
        /** @enum {string} */
        RevealReason: "callPerson" | "personIsHere" | "checkIdentity" | "complaint" | "other";
        /** @description The numbers of a person as they are */
        PersonInFull: {
            idNumber: string | null;
            mobile: string | null;
            /** @description The day; the month, where the document does not tell the day */
            born: string | null;
            oldIdNumber: string | null;
            agentTelephone: string | null;
            employerTelephone: string | null;
        };
        Person: {
            name: string;
            idNumberMasked: string;
            mobileMasked: string | null;
            sex: components["schemas"]["Sex"] | null;
            passportOf: string | null;
            address: string | null;
            /** @description Null for who has no open work with the person: revealPerson shows it, with a reason */
            inFull: components["schemas"]["PersonInFull"] | null;
            changes: components["schemas"]["PersonChange"][];
            /** @description By what they were known before, masked; the newest first */
            earlier: {
                /** @enum {string} */
                field: "mobile" | "name" | "idNumber";
                was: string;
                /** Format: date-time */
                until: string;
            }[];
            /** @description What is open first, then the newest; fifty at most */
            transfers: components["schemas"]["PersonTransfer"][];
        };
        PersonTransfer: {
            transfer: components["schemas"]["TransferRow"];
            progress: components["schemas"]["Progress"];
            statusCode: string;
            /** @description Null of what is closed, and of what came with an old ledger */
            slip: components["schemas"]["Slip"] | null;
            employer: string | null;
            application: components["schemas"]["Application"] | null;
            /** @description Those that are open */
            tasks: components["schemas"]["Task"][];
            notices: components["schemas"]["Notice"][];
        };
        TransferDetail: components["schemas"]["TransferRow"] & {
            person: {
                name: string;
                idNumberMasked: string;
                mobileMasked: string | null;
                sex: components["schemas"]["Sex"] | null;
                /** @description Null for who has no open work with the person: revealPerson shows it, with a reason */
                inFull: components["schemas"]["PersonInFull"] | null;
                address: string | null;
                employer: string | null;
                /** @description What was corrected of the person, at whichever of their transfers; the values stay sealed */
                changes: components["schemas"]["PersonChange"][];
            };
            application: components["schemas"]["Application"] | null;
            /** @description Of a transfer that was not approved */
            refusal: {
                /** Format: uuid */
                id: string;
                refusalNo: string;
            } | null;
            statusCode: string;
            ruleVersion: string;
            imported: boolean;
            attempts: components["schemas"]["Attempt"][];
            linked: components["schemas"]["Linked"];
            letters: components["schemas"]["Letter"][];
            infoForms: components["schemas"]["InfoForm"][];
            money: components["schemas"]["TransferMoney"][];
            /** @description Of a transfer-out whose form was made out */
            answer: components["schemas"]["OurAnswer"] | null;
            papers: components["schemas"]["Paper"][];
            tasks: components["schemas"]["Task"][];
            notices: components["schemas"]["Notice"][];
            /** @description The viewer completed a step that must be apart from the open one: another person does it (separation of duties) */
            barredFromStep: boolean;
            /** @description The facts that the viewer may record now */
            allowedFacts: components["schemas"]["FactKind"][];
        };
        /**
         * @description How it goes on from another one of its case: reopening (重新办理), supplement (补转)
         * @enum {string}
         */
        TransferLink: "reopening" | "supplement";
        /** @description What stands before and after a transfer in its case */
        Linked: {
            /** @description Null: it was accepted */
            link: components["schemas"]["TransferLink"] | null;
            /** Format: uuid */
            linksTo: string | null;
            /** @description Of the transfers that it was reopened from: its own count on from there */
            attemptsBefore: number;
            /** @description The others of the case, in their order */
            items: components["schemas"]["LinkedTransfer"][];
            reversal: components["schemas"]["Reversal"] | null;
            /** @description What may be asked for now by the viewer */
            may: ("supplement" | "reopening" | "reversal")[];
        };
        LinkedTransfer: {
            /** Format: uuid */
            id: string;
            number: number;
            link: components["schemas"]["TransferLink"] | null;
            /** Format: uuid */
            linksTo: string | null;
            procedure: components["schemas"]["ProcedureKey"];
            /** Format: date-time */
            acceptedAt: string;
            openStep: components["schemas"]["OpenStep"] | null;
            /** Format: date-time */
            closedAt: string | null;
            closing: components["schemas"]["Closing"] | null;
            reversed: boolean;
        };
        Reversal: {
            /** Format: date-time */
            reversedAt: string;
            amountFen: components["schemas"]["Fen"];
            by: components["schemas"]["StaffRef"];
            confirmedBy: components["schemas"]["StaffRef"];
        };
        PersonChange: {
            /** @enum {string} */
            field: "mobile" | "address" | "name" | "idNumber" | "person";
            /** Format: date-time */
            changedAt: string;
            byName: string;
            confirmedByName: string | null;
        };
        Attempt: {
            attempt: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            ending: string | null;
            reasonCode: string | null;
        };
        Scan: {
            /** Format: date-time */
            scannedAt: string;
            code: string;
            text: string;
            meaning: string;
            failureCode: string | null;
            source: string;
        };
        NewScan: {
            waybill: string;
            scannedAt: components["schemas"]["Instant"];
            code: string;
            text?: string;
        };
        Letter: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            transferId: string;
            caseNo: string;
            letterNo: string;
            attempt: number;
            envelope: number;
            /** @enum {string} */
            kind: "liaison" | "correction";
            /** @enum {string} */
            channel: "ems" | "platform";
            waybill: string | null;
            /** Format: date */
            postedOn: string;
            state: components["schemas"]["LetterState"];
            /** Format: date-time */
            stateSince: string;
            failureCode: string | null;
            silent: boolean;
            scans: components["schemas"]["Scan"][];
        };
        LetterPage: {
            items: components["schemas"]["MailItem"][];
            next: string | null;
            /** @description How many there are in all; with `awaits` only */
            count?: number;
        };
        /** @description A letter; or, with `parked`, the scans of a number that no letter has yet: then all that only a letter knows is null */
        MailItem: {
            /** Format: uuid */
            id: string;
            parked: boolean;
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            letterNo: string | null;
            attempt: number | null;
            envelope: number | null;
            /** @enum {string|null} */
            kind: "liaison" | "correction" | null;
            /** @enum {string} */
            channel: "ems" | "platform";
            waybill: string | null;
            /** Format: date */
            postedOn: string | null;
            state: components["schemas"]["LetterState"];
            /** Format: date-time */
            stateSince: string;
            failureCode: string | null;
            silent: boolean;
            counterpart: {
                areaCode: components["schemas"]["AgencyCode"];
                name: string;
            } | null;
            /** @description What its transfer waits for now */
            openStep: components["schemas"]["OpenStep"] | null;
            scans: components["schemas"]["Scan"][];
        };
        InfoFormYear: {
            /** @description Of a row that is listed for its interest only; of others the months say it */
            year?: number;
            areaCode?: string;
            /** @description Null in a year without contributions */
            fromMonth?: string | null;
            toMonth?: string | null;
            months: number;
            /** @description Null for a fixed sum without a wage base; months then need baseReason */
            baseFen?: number | null;
            /** @description Why there is no base, or why it is one that a person set: the form is then proposed only, and recorded when another person confirms it */
            baseReason?: string;
            employerRate?: number;
            /** @description What the person paid of the base */
            personalRate?: number;
            /** @description What of the base was credited to the account: 11 % to 2005, 8 % since are standard */
            accountRate?: number;
            creditedFen?: components["schemas"]["FormFen"];
            interestFen?: components["schemas"]["FormFen"];
            balanceFen?: components["schemas"]["FormFen"];
            note?: string;
        };
        /**
         * @description fixedAmount: without a wage base (定额缴费) · interestOnly: a year in which nothing was paid
         * @enum {string}
         */
        ContributionNature: "regular" | "lumpSum" | "fixedAmount" | "interestOnly";
        Contribution: {
            /** @description Where it was paid */
            areaCode: string;
            /** @description YYYYMM */
            fromMonth: string;
            /** @description Of the same year */
            toMonth: string;
            nature: components["schemas"]["ContributionNature"];
            /** @description Of a month; null where there is none */
            baseFen: number | null;
            employerFen: number;
            personalFen: number;
            /** @description What of both went into the account */
            creditedFen: number;
            /** @description What the account earned in that year, said in one of its rows; null or left out: not said */
            interestFen?: number | null;
            /**
             * Format: date
             * @description Of a lump sum
             */
            paidOn?: string;
            paper?: components["schemas"]["LumpSumPaper"];
        };
        /** @description What lets a lump sum of 36 months and more move */
        LumpSumPaper: {
            /** @enum {string} */
            kind: "legalDocument" | "commitment" | "deferral" | "collectorOrder" | "veterans";
            /** @enum {string} */
            issuer?: "court" | "audit" | "labourInspection" | "arbitration";
            /** Format: date */
            datedOn?: string;
        };
        KeptContribution: {
            /** Format: uuid */
            id: string;
            areaCode: string;
            fromMonth: string;
            toMonth: string;
            months: number;
            nature: components["schemas"]["ContributionNature"];
            baseFen: number | null;
            employerFen: components["schemas"]["Fen"];
            personalFen: components["schemas"]["Fen"];
            creditedFen: components["schemas"]["Fen"];
            interestFen: number | null;
            paidOn: string | null;
            paper: components["schemas"]["LumpSumPaper"] | null;
            /** @enum {string} */
            source: "file" | "core" | "hand";
            /** Format: date-time */
            recordedAt: string;
        };
        /** @description A lump sum that stays where it was paid; the person is told in writing within ten working days */
        NotTransferable: {
            /** Format: date */
            paidOn: string;
            months: number;
            paidFen: components["schemas"]["Fen"];
            creditedFen: components["schemas"]["Fen"];
            reasons: ("paperMissing" | "paperNotEnough" | "paperUndated" | "paperLater")[];
        };
        Contributions: {
            /** @description The core system has told of this person */
            known: boolean;
            rows: components["schemas"]["KeptContribution"][];
            months: number;
            /** @description Null where a base or a rate is missing */
            form: components["schemas"]["ComputedInfoForm"] | null;
            notTransferable: components["schemas"]["NotTransferable"][];
            findings: components["schemas"]["Finding"][];
            coreConnected: boolean;
        };
        ComputedInfoForm: components["schemas"]["InfoFormAmounts"] & {
            /** Format: date */
            transferredOn: string;
            temporaryAccount: boolean;
            years: components["schemas"]["InfoFormYear"][];
        };
        /**
         * @description handed: somebody carries it as a file · unknown: nobody knows whether it was taken
         * @enum {string}
         */
        CoreBatchState: "made" | "sent" | "handed" | "refused" | "unknown";
        CoreBatch: {
            /** Format: uuid */
            id: string;
            number: string;
            state: components["schemas"]["CoreBatchState"];
            reason: string;
            forms: number;
            amountFen: components["schemas"]["Fen"];
            madeBy: components["schemas"]["StaffRef"];
            /** Format: date-time */
            madeAt: string;
        };
        CoreBatches: {
            items: components["schemas"]["CoreBatch"][];
            waiting: number;
            coreConnected: boolean;
        };
        NewCoreReceipt: {
            serial: string;
            /** @description The case number or the id of the form that it answers */
            answers: string;
            amountFen: number;
            bookedOn: components["schemas"]["Day"];
        };
        /** @enum {string} */
        CoreReceiptVerdict: "whole" | "part" | "exceeds" | "twice" | "otherForm" | "unknown";
        CoreReceipt: {
            /** Format: uuid */
            id: string;
            serial: string;
            /** Format: uuid */
            transferId: string | null;
            amountFen: components["schemas"]["Fen"];
            /** Format: date */
            bookedOn: string;
            verdict: components["schemas"]["CoreReceiptVerdict"];
            /** @enum {string} */
            source: "file" | "core" | "hand";
            /** Format: date-time */
            receivedAt: string;
        };
        CoreTraffic: {
            sent: {
                batchNumber: string;
                state: components["schemas"]["CoreBatchState"];
                /** Format: date-time */
                madeAt: string;
                amountFen: components["schemas"]["Fen"];
                /** Format: uuid */
                infoFormId: string;
            }[];
            receipts: components["schemas"]["CoreReceipt"][];
            /** @description A receipt for all of the form is there */
            proved: boolean;
        };
        /** @enum {string} */
        CoreDifferenceKind: "rowRefused" | "rowOnlyHere" | "formDiffers" | "receiptMissing" | "receiptPart" | "receiptExceeds" | "receiptTwice" | "receiptOtherForm" | "receiptUnknown";
        CoreDifference: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["CoreDifferenceKind"];
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            /** @description Months, amounts, codes, serials */
            about: {
                [key: string]: string | number | null;
            };
            owner: components["schemas"]["StaffRef"];
            /** Format: date */
            firstSeenOn: string;
            /** Format: date */
            seenOn: string;
        };
        CoreDifferences: {
            items: components["schemas"]["CoreDifference"][];
            next: string | null;
        };
        /**
         * @description defect: impossible, nothing is booked over it · flag: a person looks · provisional: compared with a rate that is not the year’s own · notChecked: nobody here knows enough
         * @enum {string}
         */
        FindingSeverity: "defect" | "flag" | "provisional" | "notChecked";
        Finding: {
            /**
             * @description A field of the form
             * @example years.3.interestFen
             */
            field: string;
            code: string;
            message: string;
            severity?: components["schemas"]["FindingSeverity"];
            reasonCode?: components["schemas"]["ReasonCode"];
            computedFen?: number;
            foundFen?: number;
        };
        /** @description Of what the years credited: what moves at 11 % or 8 %, and what was recorded above it and stays. Years without a base or months are left out */
        Movable: {
            principalFen: components["schemas"]["Fen"];
            excessFen: components["schemas"]["Fen"];
            years: {
                /** @description Its place in years, from 0 */
                row: number;
                movableFen: components["schemas"]["Fen"];
                excessFen: components["schemas"]["Fen"];
            }[];
        };
        CheckedInfoForm: {
            findings: components["schemas"]["Finding"][];
            /** @description Of which only the principal moves */
            transferYear: number;
            /** @description ⑤ as computed; null where a base is missing */
            pooledFundFen: number | null;
            movable: components["schemas"]["Movable"];
        };
        CheckedDueDate: {
            /** Format: date */
            dueOn: string;
            /** @description No notice covers that day yet */
            provisional: boolean;
            /** Format: date */
            startedOn: string;
            workingDays: number;
            /** @description Days between that did not count */
            skipped: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                why: "weekend" | "holiday";
            }[];
            /** @description Saturdays and Sundays that counted */
            workedWeekends: string[];
            /** Format: date */
            publishedUntil: string;
        };
        /**
         * @description Women retire from 55 or from 50, by their post
         * @enum {string}
         */
        RetirementKind: "man60" | "woman55" | "woman50";
        CheckedRetirement: {
            kind: components["schemas"]["RetirementKind"];
            years: number;
            /** @description Beside the years */
            months: number;
            /** @description YYYY-MM */
            retiresIn: string;
            minimumContributionMonths: number;
        };
        /** @description Whatever follows from the number is null while it is not one */
        CheckedPerson: {
            defects: components["schemas"]["Defect"][];
            idKind: string | null;
            sex: string | null;
            /** Format: date */
            bornOn: string | null;
            /** @description On the day of the office */
            age: number | null;
            /** @description A man of 50 or a woman of 40: from elsewhere, a temporary account only (66号 Art. 5) */
            temporaryAccountAge: boolean | null;
            /** @description By the posts that the person may have */
            retirements: components["schemas"]["CheckedRetirement"][];
        };
        NewInfoForm: {
            formNo?: string;
            receivedOn?: components["schemas"]["Day"];
            /** @description The form’s own date (转移日期): it decides the year of the transfer, of which only the principal moves */
            transferredOn?: components["schemas"]["Day"];
            /** @description Everything that was paid moves, not 12 % of the base */
            temporaryAccount?: boolean;
            /**
             * Format: uuid
             * @deprecated
             * @description Says nothing any more; whoever may confirms it
             */
            secondPersonId?: string;
            personalBefore1998Fen: components["schemas"]["FormFen"];
            accountUntilLastYearFen: components["schemas"]["FormFen"];
            accountThisYearFen: components["schemas"]["FormFen"];
            accountTotalFen: components["schemas"]["FormFen"];
            pooledFundFen: components["schemas"]["FormFen"];
            totalFen: components["schemas"]["FormFen"];
            years: components["schemas"]["InfoFormYear"][];
        };
        InfoFormAmounts: {
            /** @description ① */
            personalBefore1998Fen: components["schemas"]["Fen"];
            /** @description ② */
            accountUntilLastYearFen: components["schemas"]["Fen"];
            /** @description ③ principal only */
            accountThisYearFen: components["schemas"]["Fen"];
            /** @description ④ = ① + ② + ③ */
            accountTotalFen: components["schemas"]["Fen"];
            /** @description ⑤ */
            pooledFundFen: components["schemas"]["Fen"];
            /** @description ⑥ = ④ + ⑤ */
            totalFen: components["schemas"]["Fen"];
        };
        InfoForm: components["schemas"]["InfoFormAmounts"] & {
            /** Format: uuid */
            id: string;
            attempt: number;
            formNo: string;
            /** Format: date */
            receivedOn: string;
            /**
             * Format: date
             * @description Null where the form’s own date was not kept
             */
            transferredOn: string | null;
            temporaryAccount: boolean;
            /**
             * Format: uuid
             * @description Who confirmed bases that are missing or set by us
             */
            secondPersonId: string | null;
            /**
             * @description issued: our own, of a transfer-out
             * @enum {string}
             */
            state: "received" | "sentBack" | "superseded" | "kept" | "issued";
            /** @description What was found when it came; nothing of it refuses the form. Those of a release before have no severity and no amounts */
            flags: components["schemas"]["Finding"][];
            movable: components["schemas"]["Movable"];
            years: components["schemas"]["InfoFormYear"][];
        };
        /** @description What our last form says, and what of it has left */
        OurAnswer: {
            formNo: string | null;
            /** @description ④ */
            accountTotalFen: components["schemas"]["Fen"];
            /** @description ⑤ */
            pooledFundFen: components["schemas"]["Fen"];
            /** @description ⑥ */
            totalFen: components["schemas"]["Fen"];
            sentFen: components["schemas"]["Fen"];
            /** @description What is left to pay; less than nothing where more has left than the last form says */
            dueFen: number;
        };
        TransferMoney: {
            /** Format: uuid */
            creditId: string;
            serial: string;
            /** Format: date */
            bookedOn: string;
            amountFen: components["schemas"]["Fen"];
            state: components["schemas"]["PartState"];
        };
        Paper: {
            /** Format: uuid */
            id: string;
            kind: string;
            mediaType: string;
            byteLength: number;
            /** Format: date-time */
            addedAt: string;
        };
        Task: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["TaskKind"];
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            reasonCode: string | null;
            owner: components["schemas"]["StaffRef"];
            about: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date */
            dueOn: string;
            overdue: boolean;
            /** Format: date-time */
            closedAt: string | null;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "acceptance" | "completion" | "contactChanged";
            /** @enum {string} */
            recipient: "person" | "agent" | "formerNumber";
            /** @enum {string} */
            channel: "sms" | "phone";
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "delivered" | "failed" | "unknown" | "notSent";
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            settledAt: string | null;
            failure: string;
        };
        StepOwner: {
            staff: components["schemas"]["StaffRef"];
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string | null;
            why: string;
        };
        StepView: {
            ordinal: number;
            step: components["schemas"]["Step"];
            attempt: number;
            owner: components["schemas"]["StaffRef"];
            owners: components["schemas"]["StepOwner"][];
            /** Format: date-time */
            openedAt: string;
            /** Format: date */
            dueOn: string;
            provisional: boolean;
            dueExplained: components["schemas"]["DueExplained"];
            /** Format: date-time */
            remindedAt: string | null;
            /** Format: date-time */
            overdueAt: string | null;
            escalations: number;
            /** Format: date-time */
            heldSince: string | null;
            holdReason: string | null;
            /** Format: date */
            holdReviewOn: string | null;
            /** Format: date-time */
            closedAt: string | null;
            outcome: components["schemas"]["StepOutcome"] | null;
        };
        /** @description The due date's own reasoning */
        DueExplained: {
            limit: string;
            workingDays: number;
            /**
             * Format: date
             * @description Not counted (民法典 Art. 201)
             */
            startedOn: string;
            skipped: {
                /** Format: date */
                date: string;
                why: string;
            }[];
            heldWorkingDays: number;
            ruleVersion: string;
        };
        Procedure: {
            key: components["schemas"]["ProcedureKey"];
            direction: components["schemas"]["Direction"];
            type: components["schemas"]["ProcedureType"];
            version: string;
            /**
             * Format: date
             * @description Transfers accepted from this day on follow it, until a later version begins
             */
            validFrom: string;
            caseNoPrefix: string;
            /** @description The steps in their order when all goes well */
            way: components["schemas"]["Step"][];
            /** @description In the order of the text */
            steps: components["schemas"]["ProcedureStep"][];
            /** @description Facts that fit every step */
            anyTime: components["schemas"]["FactUse"][];
            /** @description By language */
            words: {
                "zh-CN": components["schemas"]["ProcedureWords"];
                en: components["schemas"]["ProcedureWords"];
                ko: components["schemas"]["ProcedureWords"];
                vi: components["schemas"]["ProcedureWords"];
                fa: components["schemas"]["ProcedureWords"];
            };
        };
        ProcedureStep: {
            step: components["schemas"]["Step"];
            role: components["schemas"]["Role"];
            /** @description The part of the rules in which its reasons stand */
            part: string;
            party: components["schemas"]["Party"];
            /**
             * @description Who is preferred among the colleagues of the role
             * @enum {string}
             */
            owner: "letterSender" | "steward" | "continuity" | "post";
            /** @description The good one first */
            outcomes: {
                outcome: components["schemas"]["StepOutcome"];
                wantsReason: boolean;
            }[];
            /** @description Facts that belong to the step */
            facts: components["schemas"]["FactUse"][];
        };
        FactUse: {
            kind: components["schemas"]["FactKind"];
            /** @description How it can close the step */
            outcomes: components["schemas"]["StepOutcome"][];
            /** @description The codes that it may carry today */
            reasonCodes: components["schemas"]["ReasonCode"][];
        };
        ProcedureWords: {
            type: string;
            steps: {
                [key: string]: string;
            };
            outcomes: {
                [key: string]: string;
            };
            /** @description As the insured person reads them */
            stepsForPerson: {
                [key: string]: string;
            };
        };
        Progress: {
            /** Format: uuid */
            transferId: string;
            caseNo: string;
            procedure: components["schemas"]["ProcedureKey"];
            /** @description Null once closed; the steward holds it between two steps */
            holder: {
                staff: components["schemas"]["StaffRef"];
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                as: "stepOwner" | "steward";
            } | null;
            /** @description Who is in the place of the steward, who is away today; null when he is there */
            deputy: components["schemas"]["StaffRef"] | null;
            steps: components["schemas"]["StepView"][];
            next: components["schemas"]["Step"] | null;
            /** Format: date-time */
            closedAt: string | null;
            closing: components["schemas"]["Closing"] | null;
        };
        Event: {
            seq: number;
            factSeq: number | null;
            kind: components["schemas"]["EventKind"];
            stepOrdinal: number | null;
            outcome: string | null;
            reasonCode: string | null;
            by: components["schemas"]["StaffRef"] | null;
            /** @description The second of two people */
            confirmedBy?: components["schemas"]["StaffRef"] | null;
            /** @enum {string} */
            source: "staff" | "import" | "courier" | "bank" | "system" | "insured";
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            payload: {
                [key: string]: unknown;
            };
            correctsSeq: number | null;
        };
        EventPage: {
            items: components["schemas"]["Event"][];
            next: number | null;
        };
        RecordedFact: {
            /** Format: uuid */
            transferId: string;
            event: components["schemas"]["Event"];
            closedStep: {
                ordinal: number;
                step: components["schemas"]["Step"];
                outcome: components["schemas"]["StepOutcome"];
            } | null;
            /** @description What is open now, whose it is and until when; null when the transfer is closed, or nobody follows it */
            openStep: components["schemas"]["OpenStep"] | null;
            /** @description Kept with an owner; it fitted no open step */
            parked?: boolean;
        };
        NewFact: components["schemas"]["ReviewedFact"] | components["schemas"]["LetterSentFact"] | components["schemas"]["LetterDeliveredFact"] | components["schemas"]["LetterReturnedFact"] | components["schemas"]["LetterLostFact"] | components["schemas"]["ReturnedByCounterpartFact"] | components["schemas"]["InfoFormReceivedFact"] | components["schemas"]["FundsAgreedFact"] | components["schemas"]["SentBackToCounterpartFact"] | components["schemas"]["EnteredFact"] | components["schemas"]["SecondReviewedFact"] | components["schemas"]["BookedFact"] | components["schemas"]["LetterCheckedFact"] | components["schemas"]["LetterSentBackFact"] | components["schemas"]["UntransferableToldFact"] | components["schemas"]["CertificateIssuedFact"] | components["schemas"]["InfoFormIssuedFact"] | components["schemas"]["RemittanceCheckedFact"] | components["schemas"]["FundSentFact"] | components["schemas"]["InfoFormSentFact"] | components["schemas"]["InfoFormReissuedFact"] | components["schemas"]["RelationEndedFact"] | components["schemas"]["DisputeReceivedFact"] | components["schemas"]["DecidedFact"] | components["schemas"]["HeldFact"] | components["schemas"]["ResumedFact"] | components["schemas"]["WithdrawnFact"] | components["schemas"]["ClosedWithoutTransferFact"] | components["schemas"]["TakenOverFact"] | components["schemas"]["CounterpartContactedFact"] | components["schemas"]["PersonToldFact"] | components["schemas"]["CorrectedFact"];
        ReviewedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "reviewed";
            outcome: components["schemas"]["StepOutcome"];
            reasonCode?: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        LetterSentFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "letterSent";
            /** @enum {string} */
            channel: "ems" | "platform";
            /** @description Required with ems */
            waybill?: string;
            postedOn?: components["schemas"]["Day"];
            /** @description Answers the problem waybill-known: this letter lies in the envelope of the letter that has the number, and was posted with it */
            sameEnvelope?: boolean;
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        LetterDeliveredFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "letterDelivered";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        LetterReturnedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "letterReturned";
            reasonCode: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        LetterLostFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "letterLost";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        ReturnedByCounterpartFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "returnedByCounterpart";
            reasonCode: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        InfoFormReceivedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "infoFormReceived";
            form: components["schemas"]["NewInfoForm"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        FundsAgreedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "fundsAgreed";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        SentBackToCounterpartFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "sentBackToCounterpart";
            reasonCode: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        EnteredFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "entered";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        SecondReviewedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "secondReviewed";
            outcome: components["schemas"]["StepOutcome"];
            reasonCode?: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description Over open defects of the info form refused as open-defects, which lists them; with a note that says why it is proposed only, and recorded when another person confirms it */
        BookedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "booked";
            /**
             * Format: uuid
             * @deprecated
             * @description Says nothing any more; a reviewer or the manager confirms it
             */
            secondPersonId?: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description The letter of another region may be answered. With a reason: not everything can move for it, the person is told so in writing within ten working days of the letter, and the rest moves */
        LetterCheckedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "letterChecked";
            outcome: components["schemas"]["StepOutcome"];
            reasonCode?: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description The letter goes back with a reason, before any money has left; closes the transfer */
        LetterSentBackFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "letterSentBack";
            reasonCode: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description Closes the task untransferableNotice */
        UntransferableToldFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "untransferableTold";
            channel: components["schemas"]["ToldBy"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description The person was given the certificate of contributions */
        CertificateIssuedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "certificateIssued";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description The form is the one that follows from the rows of contributions, and is kept with its rows; refused where they say something else than the lines */
        FromContributions: {
            transferredOn: components["schemas"]["Day"];
            temporaryAccount?: boolean;
        };
        /** @description Our info form is made out, or corrected after a dispute */
        InfoFormIssuedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "infoFormIssued";
            formNo?: string;
            /** @description Line ④ */
            accountTotalFen: number;
            /** @description Line ⑤ */
            pooledFundFen: number;
            /** @description Line ⑥, the sum of both */
            totalFen: number;
            fromContributions?: components["schemas"]["FromContributions"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description Finance compares letter, form and remittance; refused as amount-mismatch where the outcome leaves something else to pay */
        RemittanceCheckedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "remittanceChecked";
            outcome: components["schemas"]["StepOutcome"];
            reasonCode?: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description The money has left: what the form says, less what was sent before */
        FundSentFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "fundSent";
            amountFen: number;
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        InfoFormSentFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "infoFormSent";
            channel: components["schemas"]["LetterChannel"];
            /** @description Required with ems */
            waybill?: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        InfoFormReissuedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "infoFormReissued";
            channel: components["schemas"]["LetterChannel"];
            /** @description Required with ems */
            waybill?: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description Completes the transfer */
        RelationEndedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "relationEnded";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description The other office reports a difference; the form is corrected and goes out again */
        DisputeReceivedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "disputeReceived";
            reasonCode: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description Closes a step that needs no data of its own, as one of its outcomes */
        DecidedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "decided";
            /** @description The step that is meant: refused as already-decided when another is open meanwhile */
            ordinal: number;
            outcome: components["schemas"]["StepOutcome"];
            reasonCode?: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        HeldFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "held";
            reasonCode: components["schemas"]["ReasonCode"];
            reviewOn: components["schemas"]["Day"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        ResumedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "resumed";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        WithdrawnFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "withdrawn";
            reasonCode?: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        ClosedWithoutTransferFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "closedWithoutTransfer";
            reasonCode: components["schemas"]["ReasonCode"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        TakenOverFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "takenOver";
            /**
             * Format: uuid
             * @description Another colleague whom the manager gives it to; absent: whoever records it
             */
            toStaffId?: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        CounterpartContactedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "counterpartContacted";
            /** @enum {string} */
            channel: "phone" | "letter" | "platform" | "visit";
            legalGround?: string;
            /**
             * @description The applicant withdraws after the other office has begun: it was asked, or it agrees
             * @enum {string}
             */
            about?: "withdrawalAsked" | "withdrawalAgreed";
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        PersonToldFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "personTold";
            /** Format: uuid */
            taskId: string;
            channel: components["schemas"]["ToldBy"];
            occurredAt?: components["schemas"]["OccurredAt"];
            note?: components["schemas"]["Note"];
        };
        /** @description Proposed only; it is recorded when another person confirms it */
        CorrectedFact: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "corrected";
            correctsSeq: number;
            /**
             * Format: uuid
             * @deprecated
             * @description Says nothing any more; whoever may confirms it
             */
            secondPersonId?: string;
            occurredAt?: components["schemas"]["OccurredAt"];
            correctedOccurredAt?: components["schemas"]["OccurredAt"];
            /** @description Of the receipt of the valid info form, until its money is booked: its figures as they are right. Once form and money were found to agree, the total stays */
            correctedForm?: components["schemas"]["NewInfoForm"];
            /** @description Of the acceptance: the name of the person as it is right */
            correctedName?: string;
            note: components["schemas"]["Note"];
        };
        LookUp: {
            id: number;
            /**
             * Format: date-time
             * @description Real time
             */
            at: string;
            by: components["schemas"]["StaffRef"];
            /** @description Why masked numbers were shown whole */
            reason: components["schemas"]["RevealReason"] | null;
            note: string | null;
            /** @description What was opened (transfer, transferInFull, person, personInFull, revealed, events, transfers, completion, letters, credits, debits, approvals, refusals, incoming, handOverNotes, lookUps, paper, archiveBox, casePackage), what was taken away as a file (export and its name), or by what fields somebody was searched (name,mobile) */
            kind: string;
            transferIds: string[];
            /** @description Of a file that was taken away: how many it has. One with many records is several entries */
            rows: number | null;
        };
        /** @description Default now; never in the future */
        OccurredAt: components["schemas"]["Instant"];
        CreditPart: {
            /** Format: uuid */
            id: string;
            amountFen: components["schemas"]["Fen"];
            state: components["schemas"]["PartState"];
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            owner: components["schemas"]["StaffRef"];
            /** Format: date-time */
            since: string;
            reason: string;
        };
        /**
         * @description By which words of the bank the transfers were found
         * @enum {string}
         */
        CreditKey: "caseNumber" | "idNumber" | "nameAndLastSix" | "nameAndAmount" | "identified" | "details" | "oldLedger" | "none";
        /** @enum {string} */
        CreditReason: "amountCompletes" | "sumAgrees" | "markedAsPart" | "shortNotMarked" | "tooMuch" | "sumDiffers" | "digitsSwapped" | "alreadySatisfied" | "keysDisagree" | "nameAndAmountOnly" | "alreadyProposed" | "severalCandidates" | "areaAndAmountOnly" | "nobodyNamed" | "formNotIn" | "transferEnded" | "detailsDiffer" | "likelyDouble" | "cameBack" | "reversedBefore" | "oldLedger";
        NamedCase: {
            caseNo: string;
            /**
             * Format: uuid
             * @description Of several the one that still waits; null when the case is there no more
             */
            transferId: string | null;
        };
        /** @description Why it was judged as it was when it came */
        CreditExplanation: {
            key: components["schemas"]["CreditKey"];
            reasons: components["schemas"]["CreditReason"][];
            /** @description Whom the bank’s words name */
            cases: components["schemas"]["NamedCase"][];
            /** @description Whom it may concern, for a person to look at */
            hints: components["schemas"]["NamedCase"][];
            /** @description Received minus awaited, where a case is known and the amount is wrong */
            differenceFen: number | null;
        };
        CreditHead: {
            /** Format: uuid */
            id: string;
            serial: string;
            /** Format: date */
            bookedOn: string;
            amountFen: components["schemas"]["Fen"];
            payerName: string | null;
            memo: string | null;
            verdict: components["schemas"]["Verdict"];
            explanation: components["schemas"]["CreditExplanation"];
            /** Format: date-time */
            receivedAt: string;
        };
        Credit: components["schemas"]["CreditHead"] & {
            parts: components["schemas"]["CreditPart"][];
        };
        /** @enum {string} */
        WaitingPartState: "suspense" | "proposed";
        WaitingMoney: {
            credit: components["schemas"]["CreditHead"];
            part: components["schemas"]["CreditPart"];
            /** @description Its return is proposed and waits for a second person; null: nobody has proposed that */
            returning: components["schemas"]["ProposedReturn"] | null;
        };
        ProposedReturn: {
            /** Format: uuid */
            approvalId: string;
            proposedBy: components["schemas"]["StaffRef"];
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description Afterwards it lapses
             */
            until: string;
        };
        WaitingMoneyPage: {
            items: components["schemas"]["WaitingMoney"][];
            next: string | null;
        };
        CreditPage: {
            items: components["schemas"]["Credit"][];
            next: string | null;
        };
        /**
         * @description open: somebody has a task about it; decided: nobody has any more
         * @enum {string}
         */
        DebitState: "open" | "decided";
        /**
         * @description remitted: a payment of ours, as it was released; remittanceDiffers: under our reference, and not as it was released; reversed: it took money of a credit back; booked: that money was booked before, and stays so; returned: money that we had sent back; severalCandidates: it may be any of several credits, and a person says which; nothing: no credit is like it
         * @enum {string}
         */
        DebitFound: "reversed" | "booked" | "returned" | "severalCandidates" | "nothing" | "remitted" | "remittanceDiffers";
        DebitCredit: {
            /** Format: uuid */
            creditId: string;
            serial: string;
            /** Format: date */
            bookedOn: string;
            amountFen: components["schemas"]["Fen"];
        };
        DebitTask: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            owner: components["schemas"]["StaffRef"];
            /** Format: date-time */
            openedAt: string;
            /** Format: date */
            dueOn: string;
            overdue: boolean;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: components["schemas"]["StaffRef"] | null;
        };
        Debit: {
            /**
             * Format: uuid
             * @description The bank’s entry: `entryId` of a decision `reverse`
             */
            id: string;
            /** @description Ours; empty where the statement does not say it */
            account: string;
            serial: string;
            /** Format: date */
            bookedOn: string;
            amountFen: components["schemas"]["Fen"];
            /** @description The bank says that it takes something back */
            isReversal: boolean;
            /** @description Who got the money, or whose payment is taken back */
            otherSide: string | null;
            memo: string | null;
            /**
             * Format: uuid
             * @description The file in which it came
             */
            importId: string | null;
            /** Format: date-time */
            receivedAt: string;
            state: components["schemas"]["DebitState"];
            /** @description Null: a debit of nothing, about which nobody is asked */
            found: components["schemas"]["DebitFound"] | null;
            /**
             * Format: uuid
             * @description Whose reference it bears, where it is of ours
             */
            remittanceId: string | null;
            /** @description The money of credits that is gone with it; the amount is what was taken */
            takenBack: (components["schemas"]["DebitCredit"] & {
                /** Format: uuid */
                transferId: string | null;
                caseNo: string | null;
            })[];
            /** @description Other credits that it may be of, at most twenty, or that it is of without changing them */
            candidates: components["schemas"]["DebitCredit"][];
            /** @description One for each transfer that it concerns, or one of no transfer */
            tasks: components["schemas"]["DebitTask"][];
        };
        DebitPage: {
            items: components["schemas"]["Debit"][];
            next: string | null;
        };
        /**
         * @description appliedFor: the finance bureau has the ball (用款申请); confirmed and bounced are the bank’s word
         * @enum {string}
         */
        RemittanceState: "planned" | "appliedFor" | "funded" | "released" | "sent" | "confirmed" | "bounced" | "withdrawn";
        /**
         * @description 收入户, 财政专户, 支出户, 在途, 对方; a remittance that was withdrawn stays where it lay
         * @enum {string}
         */
        MoneyPlace: "incomeAccount" | "fiscalAccount" | "expenditureAccount" | "inTransit" | "counterpart";
        /**
         * @description incomeAccount: only what is sent back before the sweep
         * @enum {string}
         */
        RemittanceSource: "fiscalAccount" | "incomeAccount";
        RemittanceMove: {
            state: components["schemas"]["RemittanceState"];
            place: components["schemas"]["MoneyPlace"];
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Null: the bank */
            by: components["schemas"]["StaffRef"] | null;
            /** @description Who released it */
            confirmedBy: components["schemas"]["StaffRef"] | null;
            /**
             * Format: uuid
             * @description The entry of the bank that says it
             */
            entryId: string | null;
            note: string;
        };
        Remittance: {
            /** Format: uuid */
            id: string;
            /** @description Ours: it goes into the remark of the payment, and the bank’s entry is known by it */
            reference: string;
            /** Format: uuid */
            transferId: string | null;
            caseNo: string | null;
            /**
             * Format: uuid
             * @description What goes back
             */
            creditPartId: string | null;
            /**
             * Format: uuid
             * @description The one whose money it pays: it bounced, or was withdrawn when the funds were there
             */
            replacesId: string | null;
            /** Format: uuid */
            replacedById: string | null;
            counterpart: {
                areaCode: string;
                name: string;
            } | null;
            payeeName: string;
            payeeAccount: string;
            payeeBank: string | null;
            /** @description Empty where nobody has said it */
            ourAccount: string;
            amountFen: components["schemas"]["Fen"];
            accountFen: components["schemas"]["Fen"];
            pooledFen: components["schemas"]["Fen"];
            otherFen: components["schemas"]["Fen"];
            fundsMonth: string;
            fundedMonth: string | null;
            /** @description The funds are of the plan of another month */
            ofAnotherMonth: boolean;
            source: components["schemas"]["RemittanceSource"];
            state: components["schemas"]["RemittanceState"];
            place: components["schemas"]["MoneyPlace"];
            /**
             * @description Who should move it
             * @enum {string}
             */
            ball: "own" | "financeBureau" | "bank" | "nobody";
            /** @description Who of ours has it, or chases whoever has it */
            owner: components["schemas"]["StaffRef"];
            /** Format: date-time */
            since: string;
            /** Format: date */
            dueOn: string | null;
            overdue: boolean;
            /** Format: date-time */
            plannedAt: string;
            /**
             * Format: uuid
             * @description A release that waits for a second person
             */
            releaseApprovalId: string | null;
            /** Format: uuid */
            debitEntryId: string | null;
            /** Format: uuid */
            bounceEntryId: string | null;
            moves: components["schemas"]["RemittanceMove"][];
        };
        RemittancePage: {
            items: components["schemas"]["Remittance"][];
            next: string | null;
        };
        RemittanceFen: number;
        NewRemittance: {
            /** Format: uuid */
            transferId?: string;
            /**
             * Format: uuid
             * @description A part of a credit that two people have sent back
             */
            creditPartId?: string;
            /**
             * Format: uuid
             * @description One that bounced, or was withdrawn when the funds were there: transfer, part, source and month are its own, the amounts too
             */
            replacesId?: string;
            counterpartAreaCode?: components["schemas"]["AreaCode"];
            /** @description Kept encrypted */
            payeeName: string;
            /** @description Kept encrypted */
            payeeAccount: string;
            /** @description Kept encrypted */
            payeeBank?: string;
            /** @description Which of ours pays, however its number is grouped */
            ourAccount?: string;
            amountFen: number;
            accountFen?: components["schemas"]["RemittanceFen"];
            pooledFen?: components["schemas"]["RemittanceFen"];
            /** @description Default: what the other two leave of the whole */
            otherFen?: components["schemas"]["RemittanceFen"];
            /** @description Of whose plan the funds are; default: this month */
            fundsMonth?: components["schemas"]["Month"];
            /** @description Default: fiscalAccount */
            source?: components["schemas"]["RemittanceSource"];
            note?: components["schemas"]["Note"];
        };
        NewRemittanceFact: {
            /**
             * @description applied: 用款申请; funded: the funds have come; sent: handed to the bank; withdrawn: it is not to be, until it is sent
             * @enum {string}
             */
            kind: "applied" | "funded" | "sent" | "withdrawn";
            /** @description Default: now */
            occurredAt?: components["schemas"]["Instant"];
            /** @description With funded: of whose plan they are; default: the month in which they came. Of another month than planned only with a note that says why */
            month?: components["schemas"]["Month"];
            note?: components["schemas"]["Note"];
        };
        HeaderWords: string[];
        BankLayout: {
            name: string;
            /** @description For each thing the words that the header may have for it; of the memo all are read, of the others the first that is there */
            columns: {
                bookedOn?: components["schemas"]["HeaderWords"];
                reference?: components["schemas"]["HeaderWords"];
                amount?: components["schemas"]["HeaderWords"];
                sign?: components["schemas"]["HeaderWords"];
                credit?: components["schemas"]["HeaderWords"];
                debit?: components["schemas"]["HeaderWords"];
                payerName?: components["schemas"]["HeaderWords"];
                payerAccount?: components["schemas"]["HeaderWords"];
                memo?: components["schemas"]["HeaderWords"];
                account?: components["schemas"]["HeaderWords"];
                currency?: components["schemas"]["HeaderWords"];
                /** @description The balance behind each entry; where the header has it, a gap between the entries is told (balanceDiffers) */
                balance?: components["schemas"]["HeaderWords"];
            };
            creditWords: components["schemas"]["HeaderWords"];
            debitWords: components["schemas"]["HeaderWords"];
            dateFormats: ("YYYY-MM-DD" | "YYYY/M/D" | "YYYY.M.D" | "YYYYMMDD" | "YYYY年M月D日" | "D/M/YYYY" | "M/D/YYYY" | "D.M.YYYY")[];
            /** @enum {string} */
            encoding: "auto" | "utf-8" | "gb18030" | "big5";
            /** @enum {string} */
            delimiter: "comma" | "semicolon" | "tab" | "bar";
        };
        /** @description balance: it does not begin with the balance at which the one before ends; days: days between the two are missing; overlap: it begins before the other ends */
        StatementBreak: {
            /** @enum {string} */
            kind: "balance" | "days" | "overlap";
            /**
             * Format: date
             * @description The end of the one before
             */
            beforeOn: string;
            beforeClosingFen: number | null;
            /** Format: date */
            missingFrom: string | null;
            /** Format: date */
            missingTo: string | null;
        };
        BankStatement: {
            id: number;
            /** @description Empty where the file does not say it */
            account: string;
            /** @description The bank’s own number of it */
            sequence: number | null;
            /** Format: date */
            fromOn: string | null;
            /**
             * Format: date
             * @description Its end; null where the file does not say it
             */
            toOn: string | null;
            /** @description Below zero when it is overdrawn */
            openingFen: number | null;
            closingFen: number | null;
            /** Format: uuid */
            importId: string;
            /** Format: date-time */
            takenInAt: string;
            /** @description Null: it goes on from the one before, or there is none */
            break: components["schemas"]["StatementBreak"] | null;
        };
        BankAccounts: {
            items: {
                /** @description Kept in capitals, without blanks and hyphens; each once, and not empty then */
                number: string;
                /** @description In whose name it is kept (户名) */
                name: string;
                /** @description Name of the bank and branch (开户银行) */
                bank?: string;
                /** @description Number of the bank in clearing (银行行号) */
                bankCode?: string;
                /** @description Stands on liaison letters as one to pay to; it does unless false is said */
                onLetters?: boolean;
            }[];
        };
        Import: {
            /** @description Rows that would end or pay an open transfer, or change what is counted of one that is here: refused as needsConfirmation until a second person has confirmed the file */
            heldRows?: number;
            heldFen?: components["schemas"]["Fen"];
            /**
             * Format: uuid
             * @description Its rows are refused lines of this import, put right
             */
            corrects?: string | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ImportKind"];
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            failure: string;
            linesTotal: number;
            linesDone: number;
            accepted: number;
            refused: number;
            unchanged: number;
            changed: number;
            /** @description About the file as a whole */
            warnings: components["schemas"]["Defect"][];
            /**
             * Format: date-time
             * @description In the office’s time
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description In the office’s time
             */
            finishedAt: string | null;
        };
        ImportLine: {
            /** @description As counted in the file, from 1; of a workbook the number of the row */
            line: number;
            result: components["schemas"]["LineResult"];
            /** Format: uuid */
            transferId: string | null;
            serial: string | null;
            /** @description Of a bank file’s credit */
            verdict: components["schemas"]["Verdict"] | null;
            cases: string[];
            amountFen: number | null;
            /** @description What is odd, and each cell that was read otherwise than it is written */
            warnings: components["schemas"]["Defect"][];
        };
        /** @enum {string} */
        LineResult: "accepted" | "refused" | "unchanged" | "changed";
        ImportCorrection: {
            /** @description That was refused */
            line: number;
            /**
             * Format: uuid
             * @description With which it went in again
             */
            importId: string;
            /** @description The line that it has in that file */
            importLine: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @description In the office’s time
             */
            at: string;
            by: components["schemas"]["StaffRef"] | null;
            /** @description Null: not worked off yet */
            result: components["schemas"]["LineResult"] | null;
            /** @description It waits for a second person */
            held: boolean;
        };
        ImportRefusal: {
            line: number;
            field: string;
            code: string;
            reason: string;
        };
        ByAttempt: {
            1: number;
            2: number;
            3: number;
        };
        /** @description Per cent with two decimals, cumulative, computed from integers; null without a denominator */
        RatesByAttempt: {
            1: string | null;
            2: string | null;
            3: string | null;
        };
        /** @description Whole per cent, rounded half up, as the office shows it */
        ShownByAttempt: {
            1: number | null;
            2: number | null;
            3: number | null;
        };
        Ratio: {
            numerator: number;
            denominator: number;
            rate: string | null;
        };
        CompletionIn: {
            /** @description Cases accepted in the period: cohort + excluded. With furtherLegs it is acceptedIn of the volume, as of today */
            accepted: number;
            /** @description Linked transfers accepted in the period beside the first of their case */
            furtherLegs: number;
            /** @description The denominator */
            cohort: number;
            /** @description Closed with exactly this attempt */
            closedAt: components["schemas"]["ByAttempt"];
            /** @description The numerators */
            closedWithin: components["schemas"]["ByAttempt"];
            /** @description Closed with a fourth or later attempt */
            closedLater: number;
            notClosed: number;
            /** @description Of those the ones not closed without transfer either */
            stillOpen: number;
            /** @description Left before the first letter, beside the cohort */
            excluded: {
                refused: number;
                duplicate: number;
                withdrawnBeforeFirstLetter: number;
            };
            /** @description The same by reason code, empty where none was said */
            excludedReasons: {
                /** @enum {string} */
                why: "refused" | "duplicate" | "withdrawnBeforeFirstLetter";
                reasonCode: string;
                count: number;
            }[];
            rates: components["schemas"]["RatesByAttempt"];
            shown: components["schemas"]["ShownByAttempt"];
            mature: {
                denominators: components["schemas"]["ByAttempt"];
                rates: components["schemas"]["RatesByAttempt"];
            };
            otherReading: {
                /** @constant */
                name: "postalFailureIsNoAttempt";
                closedAt: components["schemas"]["ByAttempt"];
                rates: components["schemas"]["RatesByAttempt"];
            };
        };
        CompletionOut: {
            due: number;
            /** @description 当期办结率 */
            inPeriod: components["schemas"]["Ratio"];
            /** @description 二次办结率: form and money out by the as-of day, after at most one re-issue of the form */
            second: components["schemas"]["Ratio"];
            /** @description 两期办结率, the other reading of 二次: form and money out by the due date or one further limit (15 working days) after it, however often the form was re-issued */
            withinTwoLimits: components["schemas"]["Ratio"];
            /** @description 当月办结率: closed in the calendar month of receipt */
            sameMonth: components["schemas"]["Ratio"];
        };
        Completion: {
            direction: components["schemas"]["Direction"];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date */
            asOf: string;
            /** Format: date-time */
            knownAt: string | null;
            rule: {
                version: string;
                postalFailureIsAttempt: boolean;
                text: string;
            };
            attempts: components["schemas"]["CompletionIn"] | null;
            periods: components["schemas"]["CompletionOut"] | null;
            /** @description Working days are counted whose holiday notice is not loaded: in, back from the as-of day (what is mature); out, from the first letter that may be due */
            provisional: boolean;
            yearBefore: {
                provisional: boolean;
                rates: {
                    [key: string]: string | null;
                };
                differenceInPoints: {
                    [key: string]: string | null;
                };
            } | null;
            /** @description In the order of their keys; null unless asked for */
            groups: components["schemas"]["CompletionGroup"][] | null;
        };
        CompletionGroup: {
            /** @description A month, an area code, a scheme, a type or a mark of category (a case may bear several); none where nothing is said, other where it is said in words of its own */
            key: string;
            /** @description Of a counterpart */
            name: string | null;
            attempts: {
                cohort: number;
                closedWithin: components["schemas"]["ByAttempt"];
                notClosed: number;
                stillOpen: number;
                rates: components["schemas"]["RatesByAttempt"];
                mature: {
                    denominators: components["schemas"]["ByAttempt"];
                    rates: components["schemas"]["RatesByAttempt"];
                };
            } | null;
            periods: {
                due: number;
                inPeriod: components["schemas"]["Ratio"];
                second: components["schemas"]["Ratio"];
            } | null;
        };
        BelatedFacts: {
            direction: components["schemas"]["Direction"];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date */
            asOf: string;
            /** Format: date-time */
            knownAt: string | null;
            /** @description Those that are another number now, by their names in the completion */
            figures: {
                /** @example closedWithin.1 */
                figure: string;
                was: number | string | null;
                becomes: number | string | null;
            }[];
            /** @description Holiday notices loaded afterwards: they move due dates, and what is mature */
            calendarChanges: {
                year: number;
                notice: string;
                /** Format: date-time */
                changedAt: string;
            }[];
            items: {
                /** Format: uuid */
                transferId: string;
                caseNo: string;
                seq: number;
                kind: components["schemas"]["FactKind"];
                outcome: string | null;
                reasonCode: string | null;
                /** Format: date-time */
                occurredAt: string;
                /** Format: date-time */
                recordedAt: string;
                corrects: {
                    seq: number;
                    kind: components["schemas"]["FactKind"];
                    /** Format: date-time */
                    occurredAt: string;
                    /** Format: date-time */
                    becomes: string;
                } | null;
            }[];
            /** @description Of all, not of the page */
            count: number;
            next: string | null;
        };
        OpenWork: {
            /** Format: date-time */
            at: string;
            open: number;
            closed: number;
            overdue: number;
            /** @description Of open: in no step, held by the steward: between two steps, or followed in an old ledger. With the steps it sums to open */
            withoutStep: number;
            bySteps: {
                step: components["schemas"]["Step"];
                open: number;
                overdue: number;
                held: number;
            }[];
            byOwners: {
                owner: components["schemas"]["StaffRef"];
                open: number;
                overdue: number;
            }[];
            byAge: {
                fromWorkingDays: number;
                toWorkingDays: number | null;
                open: number;
            }[];
        };
        Volume: {
            /** @description Transfers: acceptedIn + acceptedOut */
            accepted: number;
            /** @description accepted + furtherLegs of the completion of the same period */
            acceptedIn: number;
            acceptedOut: number;
            closed: number;
            completed: number;
            itemsHandled: number;
            fenIn: components["schemas"]["Fen"];
            fenOut: components["schemas"]["Fen"];
            lettersPosted: number;
            deliveredAtFirstPosting: number;
            postedAgain: number;
            noticesSent: number;
            noticesDelivered: number;
        };
        SixNumbers: {
            /** @description Transfers-in taken up */
            acceptedIn: number;
            /** @description Transfers-out taken up: letters of other regions */
            acceptedOut: number;
            /** @description Booked for transfers-in, in fen */
            fenIn: number;
            /** @description Sent for transfers-out, in fen */
            fenOut: number;
            /** @description By post and over the platform */
            lettersPosted: number;
            /** @description By SMS, those of an imported ledger too */
            noticesSent: number;
        };
        MainFigures: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date */
            since: string;
            inPeriod: components["schemas"]["SixNumbers"];
            /** @description From `since` to `to` */
            sinceThen: components["schemas"]["SixNumbers"];
            yearBefore: components["schemas"]["SixNumbers"];
            /** Format: date */
            yearBeforeFrom: string;
            /** Format: date */
            yearBeforeTo: string;
            /** @description `inPeriod` less `yearBefore` */
            difference: components["schemas"]["SixNumbers"];
            /** @description With one decimal and a sign, "+14.0"; null where there was nothing a year before */
            riseInPerCent: {
                acceptedIn: components["schemas"]["Rise"];
                acceptedOut: components["schemas"]["Rise"];
                fenIn: components["schemas"]["Rise"];
                fenOut: components["schemas"]["Rise"];
                lettersPosted: components["schemas"]["Rise"];
                noticesSent: components["schemas"]["Rise"];
            };
        };
        Rise: string | null;
        /** @enum {string} */
        VolumeFigure: "accepted" | "acceptedIn" | "acceptedOut" | "closed" | "completed" | "itemsHandled" | "fenIn" | "fenOut" | "lettersPosted" | "deliveredAtFirstPosting" | "postedAgain" | "noticesSent" | "noticesDelivered";
        VolumeItems: {
            items: {
                /** Format: uuid */
                transferId: string;
                caseNo: string;
                /** @description Tells several of one transfer apart */
                key: string;
                /** Format: date-time */
                at: string;
                /** @description Of acceptances the direction, of what was closed the closing, of items and money the kind of fact, of letters and notices the state */
                what: string;
                amountFen: components["schemas"]["Fen"] | null;
            }[];
            /** @description Of all, not of the page: the number itself unless it is money */
            count: number;
            /** @description Of all: the number itself when it is money */
            sumFen: components["schemas"]["Fen"] | null;
            next: string | null;
        };
        /** @enum {string} */
        HeldWorkKind: "step" | "task" | "stewardship";
        /**
         * @description gone = the account is closed; notOfTheRole = the work is of a role he has not; barred = separation of duties; nobodyElse = nobody of the role may, so the manager holds it
         * @enum {string}
         */
        WhyHeldWrongly: "gone" | "away" | "notOfTheRole" | "barred" | "nobodyElse";
        HeldWorkPage: {
            items: {
                kind: components["schemas"]["HeldWorkKind"];
                why: components["schemas"]["WhyHeldWrongly"];
                holder: components["schemas"]["StaffRef"];
                /** @description Whose work it is */
                role: components["schemas"]["Role"] | null;
                /** Format: uuid */
                transferId: string | null;
                caseNo: string | null;
                ordinal: number | null;
                step: components["schemas"]["Step"] | null;
                /** Format: uuid */
                taskId: string | null;
                taskKind: components["schemas"]["TaskKind"] | null;
                /** Format: date-time */
                since: string;
                /** Format: date */
                dueOn: string | null;
                /** @description Of a stewardship: who is in his place */
                deputy: components["schemas"]["StaffRef"] | null;
                /** @description The reader may take the step over by a fact takenOver */
                mayTakeOver: boolean;
            }[];
            /** @description Of all, not of the page */
            count: number;
            next: string | null;
        };
        /**
         * @description The first seventeen: what two people agreed on, or an administrator did alone; refusedProposal: the second one said no; decidedAgainst: a step ended otherwise than it should (refused, sent back); moneyDecided: whose money it is; revealed: numbers shown whole to somebody without work with them
         * @enum {string}
         */
        ManualDecisionKind: "returnCredit" | "corrected" | "decideBase" | "bookOverDefects" | "staffAccess" | "resetPassword" | "releaseImport" | "loadCalendar" | "personIdentity" | "bankAccounts" | "interestRate" | "officeDetails" | "officeRule" | "releaseRemittance" | "reopenTransfer" | "reverseTransfer" | "joinDebit" | "refusedProposal" | "takenOver" | "held" | "resumed" | "decidedAgainst" | "sentBackToCounterpart" | "closedWithoutTransfer" | "fundsAgreed" | "moneyDecided" | "taskClosed" | "contactChanged" | "statusCodeRenewed" | "applicationRefused" | "absenceBegun" | "absenceEnded" | "revealed" | "takenOutOfBox";
        ManualDecisions: {
            items: {
                kind: components["schemas"]["ManualDecisionKind"];
                /**
                 * Format: date-time
                 * @description When it was recorded
                 */
                at: string;
                by: components["schemas"]["StaffRef"];
                /** @description The second person */
                confirmedBy: components["schemas"]["StaffRef"] | null;
                /** Format: uuid */
                transferId: string | null;
                caseNo: string | null;
                reasonCode: components["schemas"]["ReasonCode"] | null;
                amountFen: components["schemas"]["Fen"] | null;
                /** @description Of a refused proposal its kind, of money what was decided, of a task its kind, of a step which one, of what was revealed why, `alone` where two might have decided and one has; else empty */
                about: string;
            }[];
            counts: {
                kind: components["schemas"]["ManualDecisionKind"];
                by: components["schemas"]["StaffRef"];
                count: number;
            }[];
            /** @description Of what was asked for, not of the page */
            count: number;
            next: string | null;
        };
        StepTime: {
            step: components["schemas"]["Step"];
            party: components["schemas"]["Party"];
            closed: number;
            medianWorkingDays: number | null;
            p80WorkingDays: number | null;
        };
        PartyTime: {
            party: components["schemas"]["Party"];
            transfers: number;
            medianWorkingDays: number | null;
            p80WorkingDays: number | null;
            inTime: components["schemas"]["Ratio"];
        };
        /** @enum {string} */
        MonthSheetFigure: "opening" | "accepted" | "completed" | "endedOtherwise" | "inTransit" | "overdue1" | "overdue2" | "overdue3" | "overdue4" | "withinPromise" | "withinProvince" | "acrossProvinces" | "accountFen" | "pooledFen" | "migrantWorkers" | "migrantNotSaid" | "overPlatform" | "byPost" | "lumpSumsWithoutPaper";
        Month: string;
        KeptSheetHead: {
            /** Format: uuid */
            id: string;
            month: components["schemas"]["Month"];
            version: number;
            /**
             * Format: date
             * @description Counts until the end of this day
             */
            asOf: string;
            /**
             * Format: date-time
             * @description Made at this instant of the office, by what was known then
             */
            knownAt: string;
            by: components["schemas"]["StaffRef"];
            /** @description Why the version before was sent back */
            reason: string | null;
            /** Format: date */
            keepUntil: string;
            /** @description A later version stands for it */
            replaced: boolean;
        };
        KeptSheet: components["schemas"]["KeptSheetHead"] & {
            in: components["schemas"]["MonthSheet"];
            out: components["schemas"]["MonthSheet"];
            /** @description The version before; null for the first */
            before: {
                /** Format: uuid */
                id: string;
                version: number;
                in: components["schemas"]["MonthSheet"];
                out: components["schemas"]["MonthSheet"];
            } | null;
        };
        /**
         * @description By what the period of keeping depends on
         * @enum {string}
         */
        BoxKind: "transferred" | "endedOtherwise";
        /**
         * @description Which day of the case lies in the period
         * @enum {string}
         */
        SampleBasis: "accepted" | "closed";
        ArchiveMonth: {
            month: components["schemas"]["Month"];
            /** @description Cases closed in it */
            closed: number;
            /** @description Of them, those in no box */
            waiting: number;
        };
        ClosedCase: {
            /** Format: uuid */
            caseId: string;
            /**
             * Format: uuid
             * @description The leading one of the case
             */
            transferId: string;
            caseNo: string;
            direction: components["schemas"]["Direction"];
            kind: components["schemas"]["BoxKind"];
            /** Format: date-time */
            closedAt: string;
        };
        ArchiveBox: {
            /** Format: uuid */
            id: string;
            /** @description 盒号 */
            boxNo: string;
            month: components["schemas"]["Month"];
            direction: components["schemas"]["Direction"];
            kind: components["schemas"]["BoxKind"];
            /** @description 保管期限, by the rule of the day on which the box was made */
            keptYears: number;
            /**
             * Format: date
             * @description The end of the last year
             */
            keepUntil: string;
            by: components["schemas"]["StaffRef"];
            /** Format: date-time */
            at: string;
            /** @description Lying in it */
            cases: number;
            /** @description Taken out again */
            out: number;
        };
        ArchiveBoxContents: components["schemas"]["ArchiveBox"] & {
            /** @description 卷内目录 */
            items: {
                /** @description 顺序号 */
                position: number;
                /** Format: uuid */
                caseId: string;
                /** Format: uuid */
                transferId: string;
                caseNo: string;
                personName: string;
                counterpart: string;
                /** Format: date */
                closedOn: string;
                /** @description Scanned papers in it when it was boxed */
                papers: number;
                /** @description The case goes on although it lies in a box: take it out */
                reopened: boolean;
                /** Format: date-time */
                outAt: string | null;
                outBy: components["schemas"]["StaffRef"] | null;
                outReason: string | null;
            }[];
        };
        AuditSampleHead: {
            /** Format: uuid */
            id: string;
            basis: components["schemas"]["SampleBasis"];
            /** @description Null: both */
            direction: components["schemas"]["Direction"] | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            seed: string;
            /** @description How many were asked for */
            size: number;
            /** @description From how many cases it was drawn */
            population: number;
            /** @description Of their numbers, sorted by code point, each followed by a line feed */
            populationSha256: string;
            by: components["schemas"]["StaffRef"];
            /** Format: date-time */
            at: string;
        };
        AuditSample: components["schemas"]["AuditSampleHead"] & {
            items: {
                rank: number;
                /** Format: uuid */
                caseId: string;
                /** Format: uuid */
                transferId: string;
                caseNo: string;
                direction: components["schemas"]["Direction"];
                /** Format: date */
                acceptedOn: string;
                /** Format: date */
                closedOn: string | null;
                closing: components["schemas"]["Closing"] | null;
                papers: number;
            }[];
            /**
             * @description Drawn today: the same, or from other cases, because something became known since
             * @enum {string}
             */
            drawnAgain: "same" | "populationChanged";
        };
        /** @enum {string} */
        MonthSheetGap: "onlineApplications" | "lumpSums" | "refunds" | "bouncedPayments";
        MonthSheet: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description In transit when the period began */
            opening: number;
            accepted: number;
            completed: number;
            endedOtherwise: number;
            /** @description When it ended */
            inTransit: number;
            /** @description Of those in transit: their step was due 1 to 5 working days before the end */
            overdue1: number;
            /** @description 6 to 15 */
            overdue2: number;
            /** @description 16 to 45 */
            overdue3: number;
            /** @description More than 45 */
            overdue4: number;
            /** @description Of the completed: within promisedWorkingDays since the acceptance */
            withinPromise: number;
            /** @description Of the completed */
            withinProvince: number;
            /** @description Of the completed */
            acrossProvinces: number;
            /** @description Personal accounts, of the completed by their info form */
            accountFen: components["schemas"]["Fen"];
            /** @description Pooled fund, of the completed by their info form */
            pooledFen: components["schemas"]["Fen"];
            /** @description Of the completed: those who said at the counter that they are migrant workers (农民工) */
            migrantWorkers: number;
            /** @description Of the completed: nobody said whether they are */
            migrantNotSaid: number;
            /** @description Of the completed: the last liaison letter went over the national platform; null: not known of this direction */
            overPlatform: number | null;
            /** @description Of the completed: the last liaison letter went by post; null: not known of this direction */
            byPost: number | null;
            /** @description overPlatform in per cent of overPlatform + byPost, with two decimals; null where there is none of either */
            platformShare: string | null;
            /** @description Held, or closed without a transfer, in the period because a lump sum of three years or more came without its paper (L09); null: not known of this direction */
            lumpSumsWithoutPaper: number | null;
            /** @description What the bureau asks for and this ledger cannot say yet */
            notKnown: components["schemas"]["MonthSheetGap"][];
            /** @description Those in transit, by the step in which they were; null: in none */
            steps: {
                step: components["schemas"]["Step"] | null;
                open: number;
            }[];
            promisedWorkingDays: number;
            /** @description Of the completed, since the acceptance; one decimal */
            meanWorkingDays: string | null;
        };
        MoneyBoard: {
            /** @description By the bank’s word */
            receivedFen: components["schemas"]["Fen"];
            /** @description Opening balance, by the word of an imported ledger */
            openingFen: components["schemas"]["Fen"];
            suspenseFen: components["schemas"]["Fen"];
            proposedFen: components["schemas"]["Fen"];
            matchedFen: components["schemas"]["Fen"];
            bookedFen: components["schemas"]["Fen"];
            returnedFen: components["schemas"]["Fen"];
            reversedFen: components["schemas"]["Fen"];
            conserved: boolean;
            outgo: components["schemas"]["OutgoBoard"];
        };
        /** @description Money out. Of money that bounced and was paid anew only the last remittance counts */
        OutgoBoard: {
            /** @description Of remittances that pay no other one anew */
            orderedFen: components["schemas"]["Fen"];
            plannedFen: components["schemas"]["Fen"];
            appliedForFen: components["schemas"]["Fen"];
            fundedFen: components["schemas"]["Fen"];
            releasedFen: components["schemas"]["Fen"];
            sentFen: components["schemas"]["Fen"];
            confirmedFen: components["schemas"]["Fen"];
            bouncedFen: components["schemas"]["Fen"];
            withdrawnFen: components["schemas"]["Fen"];
            conserved: boolean;
        };
        /** @description No personal data */
        Status: {
            office: string;
            /**
             * Format: date
             * @description The office’s day of this answer
             */
            asOf: string;
            /**
             * @description Who has the ball
             * @enum {string}
             */
            holder: "ourOffice" | "higherAuthority" | "financeBureau" | "counterpart" | "courier" | "bank" | "employer" | "insured" | "nobody";
            /** Format: date */
            since: string;
            procedure: components["schemas"]["ProcedureKey"];
            step: components["schemas"]["Step"] | null;
            nextStep: components["schemas"]["Step"] | null;
            /** Format: date */
            dueOn: string | null;
            provisional: boolean;
            stewardPost: string;
            /** @description Of who is in the steward’s place while he is away */
            deputyPost: string | null;
            telephone: string;
            /** Format: date */
            closedOn: string | null;
            closing: components["schemas"]["Closing"] | null;
            /**
             * Format: date
             * @description The relation and the money went back
             */
            reversedOn: string | null;
            /** @description What goes on from it, in its order */
            linked: components["schemas"]["LinkedStatus"][];
            milestones: {
                kind: components["schemas"]["FactKind"];
                /** Format: date */
                on: string;
            }[];
            /** @description Of a transfer-out: nothing is to be paid, the relation alone moves */
            nothingDue: boolean;
        };
        LinkedStatus: {
            link: components["schemas"]["TransferLink"];
            /** Format: date */
            since: string;
            procedure: components["schemas"]["ProcedureKey"];
            step: components["schemas"]["Step"] | null;
            /**
             * @description Who has the ball
             * @enum {string}
             */
            holder: "ourOffice" | "higherAuthority" | "financeBureau" | "counterpart" | "courier" | "bank" | "employer" | "insured" | "nobody";
            /** Format: date */
            dueOn: string | null;
            /** Format: date */
            closedOn: string | null;
            closing: components["schemas"]["Closing"] | null;
        };
        Staff: {
            /** Format: uuid */
            id: string;
            username: string;
            displayName: string;
            post: string;
            telephone: string;
            roles: components["schemas"]["Role"][];
            active: boolean;
            openSteps: number;
            absent: boolean;
        };
        NewStaff: {
            username: string;
            displayName: string;
            post?: string;
            telephone?: string;
            roles: components["schemas"]["Role"][];
            /** @description One-time; must be changed at the first sign-in. Refused where another administrator has to agree */
            password?: string;
        };
        StaffChange: {
            displayName?: string;
            post?: string;
            telephone?: string;
            roles?: components["schemas"]["Role"][];
            active?: boolean;
            password?: string;
        };
        /** @enum {string} */
        OfficeRuleName: "accept" | "courier" | "counterpart" | "match" | "own" | "resend" | "tellPerson" | "reminder" | "escalation" | "task" | "silentAfterWorkingDays" | "silentNoticeAfterWorkingDays" | "coreReceiptAfterWorkingDays" | "noticeTriedForWorkingDays" | "holdReviewWithinWorkingDays" | "lookUpsKeptMonths" | "transferredKeptYears" | "endedOtherwiseKeptYears" | "monthlySheetsKeptYears" | "remittanceWorkingDays" | "financeBureauWorkingDays" | "bankConfirmsWorkingDays" | "repeatedContactWithinDays";
        OfficeRules: {
            items: {
                name: components["schemas"]["OfficeRuleName"];
                direction: components["schemas"]["Direction"] | null;
                procedureType: string | null;
                region: string;
                now: components["schemas"]["OfficeRuleVersion"] | null;
                /** @description What comes, the soonest first */
                ahead: components["schemas"]["OfficeRuleVersion"][];
                least: number;
                most: number;
                /** @description Whose bound it is; null: ours */
                law: string | null;
            }[];
        };
        OfficeRuleVersion: {
            value: number;
            source: string;
            /** Format: date */
            fromDay: string;
        };
        /** @enum {string} */
        DocumentKind: "acceptanceSlip" | "notTakenUp" | "notApproved" | "missingMaterials" | "promise" | "liaisonLetter" | "chaser" | "correctionRequest" | "handOverNote" | "handOverList" | "employerNotice" | "completionNotice" | "infoForm" | "certificate" | "letterReturn" | "untransferableNotice" | "remittanceSlip" | "addressLabels" | "emsSheet" | "caseFile" | "monthlySheet" | "boxContents";
        /** @description By block; a block that is left out has the program’s own words */
        DocumentWords: {
            [key: string]: string;
        };
        NewDocument: {
            kind: components["schemas"]["DocumentKind"];
            /**
             * Format: uuid
             * @description What it speaks of, where a transfer has several of the kind: a letter
             */
            subjectId?: string;
            /** @description From what is so now, as a further version */
            anew?: boolean;
            input?: components["schemas"]["DocumentInput"];
        };
        /** @description What no fact says and a kind asks for; kept in the paper alone */
        DocumentInput: {
            materials?: string[];
            promisedOn?: components["schemas"]["Day"];
            note?: components["schemas"]["Note"];
            account?: components["schemas"]["CertifiedAccount"];
        };
        /** @description YYYYMM */
        AccountMonth: string;
        /** @description Of a certificate, what the core system shows of the account; absent where its rows of contributions are known here */
        CertifiedAccount: {
            /** @description Of the core system (个人编号) */
            personalNo: string;
            employer?: string;
            /** @description First month of work */
            workSince?: components["schemas"]["AccountMonth"];
            /** @description Since when contributions are pooled there (统筹) */
            pooledSince?: components["schemas"]["AccountMonth"];
            firstPaid?: components["schemas"]["AccountMonth"];
            /** @description Since when there is an account */
            accountSince?: components["schemas"]["AccountMonth"];
            insuredFrom: components["schemas"]["AccountMonth"];
            insuredTo: components["schemas"]["AccountMonth"];
            /** @description Paid here */
            monthsHere: number;
            /** @description Paid here and elsewhere, if it was moved here */
            monthsInAll: number;
            balanceFen: components["schemas"]["FormFen"];
            pooledFromElsewhereFen?: components["schemas"]["FormFen"];
            /** @description A row without a place was paid here */
            years: components["schemas"]["InfoFormYear"][];
        };
        Document: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["DocumentKind"];
            /** Format: uuid */
            transferId: string | null;
            /** Format: uuid */
            subjectId: string | null;
            number: string;
            version: number;
            /**
             * Format: date-time
             * @description Null: it stands
             */
            replacedAt: string | null;
            /** @description By which another office asks whether it is genuine; null: it goes to none */
            checkCode: string | null;
            pages: number;
            byteLength: number;
            /** Format: date */
            madeOn: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: components["schemas"]["StaffRef"];
        };
        Documents: {
            items: components["schemas"]["Document"][];
            /** @description What can be printed now; only where it is asked */
            ready?: {
                kind: components["schemas"]["DocumentKind"];
                /** @description Names of `input` that it cannot be printed without */
                asks: string[];
            }[];
            /** @description What cannot be printed now; only where the reasons are asked */
            unready?: {
                kind: components["schemas"]["DocumentKind"];
                why: components["schemas"]["Problem"];
            }[];
        };
        /**
         * @description Of no single transfer
         * @enum {string}
         */
        OfficeDocumentKind: "handOverList" | "addressLabels" | "emsSheet";
        TransferIds: string[];
        NewEnvelopes: {
            /** @enum {string} */
            kind: "addressLabels" | "emsSheet";
            /** @description From what is so now, as a further version */
            anew?: boolean;
            input?: {
                /** @description Of labels: for the letters of these alone */
                transferIds?: components["schemas"]["TransferIds"];
                /** @description Of labels: so many of the ten of the first sheet are used up */
                skip?: number;
                /** @description Of the courier’s sheet: envelopes of this day; absent: of today */
                postedOn?: components["schemas"]["Day"];
                /** @description Of the courier’s sheet: these envelopes alone */
                waybills?: components["schemas"]["Waybill"][];
            };
        };
        NewHandOverList: {
            input?: {
                /**
                 * Format: uuid
                 * @description Who takes over
                 */
                toStaffId?: string;
                /**
                 * Format: uuid
                 * @description Who watches
                 */
                watchedById?: string;
            };
        };
        PrintedLetters: {
            items: components["schemas"]["Document"][];
            refused: {
                /** Format: uuid */
                transferId: string;
                why: components["schemas"]["Problem"];
            }[];
        };
        NewDocumentTemplate: {
            kind: components["schemas"]["DocumentKind"];
            words: components["schemas"]["DocumentWords"];
            /** @description Today or later */
            fromDay: components["schemas"]["Day"];
        };
        DocumentTemplates: {
            items: {
                kind: components["schemas"]["DocumentKind"];
                /** @description Its official name */
                title: string;
                /** @description What may stand in braces */
                fields: string[];
                standard: components["schemas"]["DocumentWords"];
                /** @description By block, what must stand in braces in it */
                needed: {
                    [key: string]: string[];
                };
                /** @description What holds today; null: the program’s own words since the beginning */
                now: components["schemas"]["DocumentWordsVersion"] | null;
                /** @description What comes, the soonest first */
                ahead: components["schemas"]["DocumentWordsVersion"][];
            }[];
        };
        DocumentWordsVersion: {
            words: components["schemas"]["DocumentWords"];
            /** Format: date */
            fromDay: string;
            changedBy: components["schemas"]["StaffRef"];
            /** Format: date-time */
            changedAt: string;
        };
        LetterheadFields: {
            address: string;
            postcode: string;
            /** @description Empty: the office’s name */
            sealText: string;
            /**
             * Format: uuid
             * @description One of `POST /office/logos`
             */
            logoId: string | null;
        };
        NewLetterhead: {
            address: string;
            postcode: string;
            /** @description Empty: the office’s name */
            sealText: string;
            /**
             * Format: uuid
             * @description One of `POST /office/logos`
             */
            logoId: string | null;
            /**
             * Format: date
             * @description Today or later: what was printed stays as it is
             */
            fromDay: string;
        };
        Letterhead: {
            /** @description What holds today; null: nothing but the name of the office */
            now: components["schemas"]["LetterheadVersion"] | null;
            /** @description What comes, the soonest first */
            ahead: components["schemas"]["LetterheadVersion"][];
        };
        LetterheadVersion: {
            address: string;
            postcode: string;
            sealText: string;
            logo: components["schemas"]["OfficeLogo"] | null;
            /** Format: date */
            fromDay: string;
            /** @description Null: it was there before letterheads had days */
            changedBy: components["schemas"]["StaffRef"] | null;
            /** Format: date-time */
            changedAt: string;
        };
        OfficeLogo: {
            /** Format: uuid */
            id: string;
            /** @description As a data: address */
            image: string;
        };
        /**
         * @description formerNumber: to whoever has a number that is none of the person any more
         * @enum {string}
         */
        MessageKind: "acceptance" | "completion" | "contactChanged" | "formerNumber";
        /**
         * @description Whoever reads another language is written to in zh-CN
         * @enum {string}
         */
        MessageLanguage: "zh-CN" | "en";
        MessageTemplates: {
            items: {
                kind: components["schemas"]["MessageKind"];
                language: components["schemas"]["MessageLanguage"];
                /** @description The program’s own text */
                standard: string;
                /** @description What holds today; null: the program’s own text since the beginning */
                now: components["schemas"]["MessageVersion"] | null;
                /** @description What comes, the soonest first */
                ahead: components["schemas"]["MessageVersion"][];
            }[];
        };
        MessageVersion: {
            text: string;
            isStandard: boolean;
            /** Format: date */
            fromDay: string;
            changedBy: components["schemas"]["StaffRef"];
            /** Format: date-time */
            changedAt: string;
        };
        HandOverNote: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            transferId: string;
            caseNo: string;
            /** @description Empty once it was destroyed */
            text: string;
            /** Format: date-time */
            writtenAt: string;
            by: components["schemas"]["StaffRef"];
            /** Format: date-time */
            readAt: string | null;
            readBy: components["schemas"]["StaffRef"] | null;
            /** @description It waits for the reader: he holds the transfer and has not written it */
            mayRead: boolean;
        };
        Loads: {
            /** @description Everybody who works here, and whoever has something all the same */
            colleagues: {
                staff: components["schemas"]["StaffRef"];
                active: boolean;
                roles: components["schemas"]["Role"][];
                /** @description Transfers held: the owner of the open step, or the steward of what is in none */
                open: number;
                /** @description Open steps due from today to Sunday, and not on hold */
                dueThisWeek: number;
                overdue: number;
                /** @description Open steps that are on hold */
                held: number;
                stewarded: number;
                tasks: {
                    open: number;
                    dueThisWeek: number;
                    overdue: number;
                };
            }[];
            /** @description Who has whose */
            lent: {
                holder: components["schemas"]["StaffRef"];
                of: components["schemas"]["StaffRef"];
                steps: number;
                tasks: number;
                /** @description Open transfers of the absent steward in whose place he is */
                stewarded: number;
            }[];
        };
        Absence: {
            /** Format: uuid */
            id: string;
            staff: components["schemas"]["StaffRef"];
            /** @description Whoever was named */
            standIn: components["schemas"]["StaffRef"] | null;
            /** @description Who is in his place for the transfers that he is the steward of; null before the first day */
            deputy: components["schemas"]["StaffRef"] | null;
            /** Format: date */
            fromDay: string;
            /** Format: date */
            untilDay: string | null;
            note: string;
            movedSteps: number;
            /** Format: date-time */
            endedAt: string | null;
        };
        AbsencePreview: {
            /** @description Who would be in his place for the transfers that he is the steward of; null: nobody, or he is none */
            deputy: components["schemas"]["StaffRef"] | null;
            /** @description Open transfers that he is the steward of, and stays */
            stewarded: number;
            /** @description Of all that he holds, not of the items */
            count: number;
            /** @description Who would get how much, the most first; null: it stays */
            receivers: {
                to: components["schemas"]["StaffRef"] | null;
                /** @description Nobody of the role is there */
                managerHolds: boolean;
                steps: number;
                tasks: number;
                /** @description Parts of credits that wait, and remittances on their way */
                money: number;
            }[];
            items: {
                /** @enum {string} */
                kind: "step" | "task" | "money";
                /** Format: uuid */
                transferId: string | null;
                caseNo: string | null;
                step: components["schemas"]["Step"] | null;
                taskKind: components["schemas"]["TaskKind"] | null;
                /** Format: date */
                dueOn: string | null;
                to: components["schemas"]["StaffRef"] | null;
                managerHolds: boolean;
            }[];
        };
        NewAbsence: {
            /** Format: uuid */
            staffId: string;
            /**
             * Format: uuid
             * @description Absent: each open step goes to the least loaded qualified colleague
             */
            standInId?: string;
            fromDay: components["schemas"]["Day"];
            untilDay?: components["schemas"]["Day"];
            note?: string;
        };
        /** @enum {string} */
        PlatformDifferenceKind: "onlyThere" | "onlyHere" | "statusDiffers" | "daysDiffer" | "closedLongAgo";
        PlatformDay: {
            /** @description The day of the list; null when none has come */
            listedOn: components["schemas"]["Day"] | null;
            /** @description Its numbers beside ours, by direction */
            sides: {
                direction: components["schemas"]["Direction"];
                there: number;
                here: number;
                overdueThere: number;
                overdueHere: number;
            }[];
            items: components["schemas"]["PlatformDifference"][];
        };
        PlatformDifference: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PlatformDifferenceKind"];
            direction: components["schemas"]["Direction"];
            /** @description Of the platform; null when it does not know the case */
            serial: string | null;
            areaCode: string | null;
            arrivedAt: string | null;
            /** @description Ours; null when we do not know the case */
            transferId: string | null;
            caseNo: string | null;
            counterpart: string | null;
            /** @description A status, or a number of working days */
            theirs: string | null;
            /** @description A status, a number of working days, or the day on which it was closed */
            ours: string | null;
            firstOn: components["schemas"]["Day"];
            owner: components["schemas"]["StaffRef"];
            settledAt: string | null;
            note: string;
        };
        /** @description Of a pension agency its area code; of any other a code of the directory, which begins with a letter */
        AgencyCode: string;
        /** @enum {string} */
        AgencyKind: "pension" | "annuity" | "military" | "central";
        AgencyAccount: {
            number: string;
            holder: string;
            bank: string;
        };
        Counterpart: {
            areaCode: components["schemas"]["AgencyCode"];
            name: string;
            kind: components["schemas"]["AgencyKind"];
            /** @description For which it answers; null for military finance and central organs */
            area: components["schemas"]["AreaCode"] | null;
            /** @enum {string} */
            channel: "ems" | "platform";
            address: string;
            postcode: string;
            telephone: string;
            /** Format: date */
            validFrom: string;
            /** @description Its last day */
            validUntil: string | null;
            /** @description Who goes on for it afterwards */
            successor: {
                areaCode: components["schemas"]["AgencyCode"];
                name: string;
            } | null;
            /** @description Its account is known; it is shown to whoever decides about money */
            hasAccount: boolean;
        };
        Reason: {
            code: components["schemas"]["ReasonCode"];
            step: string;
            zh: string;
            en: string;
            /** @description Like vi and fa: in Chinese, where an office has added the code itself */
            ko: string;
            vi: string;
            fa: string;
            /**
             * @description What it does unless somebody decides otherwise
             * @enum {string}
             */
            effect: "R" | "H" | "P" | "X";
            /**
             * @description What a person may decide instead
             * @enum {string|null}
             */
            otherEffect: "R" | "H" | "P" | "X" | null;
            /** @description It ends the attempt, unless it is only a hold */
            consumesAttempt: boolean;
            /** @description The norm it rests on; empty where it is practice */
            ground: string;
            /** @description The facts that may carry it */
            places: components["schemas"]["FactKind"][];
        };
        InterestRate: {
            /** @description Empty for the country, since 2016; before, the first two digits of a province’s area codes */
            region: string;
            year: number;
            /** @description Hundredths of a per cent: 397 is 3.97 % */
            basisPoints: number;
            /** @description The notice that published it */
            source: string;
        };
        Changes: {
            /** @description More than is named, or it is not known what */
            everything: boolean;
            transfers: string[];
        };
        /** @description HH:MM, Asia/Shanghai */
        OfficeTime: string;
        /**
         * @description Of completions: when they happen, or all of a week on one day
         * @enum {string}
         */
        NoticeMode: "atOnce" | "weekly";
        /**
         * @description Who is told of a completion
         * @enum {string}
         */
        NoticeTo: "person" | "agent" | "both";
        OfficeDetails: {
            /** @description It signs every notice and the status page */
            name: string;
            telephone: string;
            opensAt: components["schemas"]["OfficeTime"];
            closesAt: components["schemas"]["OfficeTime"];
            noticeMode: components["schemas"]["NoticeMode"];
            /** @description Of weekly notices; Monday is 1 */
            noticeWeekday: number;
            noticeTo: components["schemas"]["NoticeTo"];
            /** @description Countries to which the gateway sends; mobiles of the mainland need none */
            smsPrefixes: string[];
        };
        Office: {
            /** @description Of its region; it stays as it was set up */
            areaCode: string;
            name: string;
            telephone: string;
            opensAt: components["schemas"]["OfficeTime"];
            closesAt: components["schemas"]["OfficeTime"];
            noticeMode: components["schemas"]["NoticeMode"];
            /** @description Of weekly notices; Monday is 1 */
            noticeWeekday: number;
            noticeTo: components["schemas"]["NoticeTo"];
            smsPrefixes: string[];
        };
        HolidayNotice: {
            /** @description Its title */
            notice: string;
            /** @description Blocks of rest days, first and last day */
            rest: {
                from: string;
                to: string;
            }[];
            /** @description Saturdays and Sundays that are worked (调休) */
            work: string[];
            /** @description A further notice of the same year; what the first one named stays */
            supplements?: boolean;
            /** @description Days that are named now and not here are to be named no more; without it and without `supplements` that is asked back */
            replaces?: boolean;
        };
        /** @enum {string} */
        DayKind: "rest" | "work";
        CalendarYear: {
            year: number;
            notice: string;
            /** Format: date-time */
            loadedAt: string;
            days: {
                /** Format: date */
                day: string;
                kind: components["schemas"]["DayKind"];
            }[];
        };
        CalendarChange: {
            calendar: components["schemas"]["CalendarYear"];
            /** @description null: as the plain week says */
            changedDays: {
                /** Format: date */
                day: string;
                before: components["schemas"]["DayKind"] | null;
                after: components["schemas"]["DayKind"] | null;
            }[];
            /** @description Open steps that were computed again */
            stepsLooked: number;
            moved: components["schemas"]["MovedDeadline"][];
            tasksMoved: number;
            /** @description Letters of transfers-out whose limit ends on another day */
            lettersOutMoved: number;
        };
        MovedDeadline: {
            /** Format: uuid */
            transferId: string;
            caseNo: string;
            step: components["schemas"]["Step"];
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The same day when it is only no longer provisional
             */
            to: string;
            provisional: boolean;
        };
        Clock: {
            /** Format: date-time */
            officeNow: string;
            /** Format: date */
            officeDate: string;
            speed: number;
            ceiling: number;
            frozen: boolean;
            simulated: boolean;
        };
        Operations: {
            outboxWaiting: number;
            outboxOldestSeconds: number;
            /** @description Messages that were given up; each workflow's are a task until it knows what they said */
            deadLetters: number;
            /** @description Transfers whose ledger work fails again and again; each is a task */
            stuckTransfers: number;
            /** @description Followed transfers that are open and stand in no step */
            openWithoutStep: number;
            violations: number;
            /** @description Open steps that a manager holds because nobody else may; no violation */
            managerHolds: number;
            /** @description Open transfers of which no colleague has recorded anything for thirty days */
            withoutActFor30Days: number;
            findings: {
                invariant: string;
                count: number;
                examples?: string[];
            }[];
            /**
             * Format: date-time
             * @description When the independent checker last ran; null before its first round
             */
            checkedAt: string | null;
            /**
             * Format: date-time
             * @description The instant of the last backup that was restored once; null when there is none
             */
            backupMadeAt: string | null;
            /** @description Real seconds since then */
            backupAgeSeconds: number | null;
        };
        /** @enum {string} */
        UpkeepJob: "clockBeat" | "clockSkew" | "keepStanding" | "silence" | "calendar" | "lapse" | "forget" | "watch" | "temporal" | "wake" | "reconcile";
        /**
         * @description reconcile: start what Temporal has lost, wake what overslept; lookEverywhere: every open run looks at the ledger; passOnGivenUp: messages that were given up; openSteps: transfers that stand still, also those that somebody was asked to mend; checkInvariants: the independent checker, now
         * @enum {string}
         */
        RepairKind: "reconcile" | "lookEverywhere" | "passOnGivenUp" | "openSteps" | "checkInvariants";
        UpkeepRun: {
            job: components["schemas"]["UpkeepJob"];
            /** Format: date-time */
            endedAt: string;
            ageSeconds: number;
            tookMs: number;
            /**
             * Format: date-time
             * @description Null when the last run went well
             */
            failingSince: string | null;
            /** @description Why the last run failed, in the words of whoever refused */
            reason: string;
        };
        Repair: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["RepairKind"];
            /** Format: date-time */
            askedAt: string;
            /** @description Real seconds since it was asked for */
            waitedSeconds: number;
            askedBy: components["schemas"]["StaffRef"];
            /** Format: date-time */
            begunAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Empty when it went well, or has not ended */
            failure: string;
            /** @description What it found and did, by name */
            result: {
                [key: string]: number;
            };
        };
        /** @description No person, no case. Instants and ages are real time */
        Upkeep: {
            worker: {
                /** Format: date-time */
                heardAt: string | null;
                ageSeconds: number | null;
                /** @description Nothing was heard of any worker for a minute */
                silent: boolean;
            };
            temporal: {
                /**
                 * @description unknown: no worker is there to say
                 * @enum {string}
                 */
                state: "reachable" | "unreachable" | "unknown";
                /**
                 * Format: date-time
                 * @description Since when it cannot be reached
                 */
                since: string | null;
                reason: string;
                /**
                 * Format: date-time
                 * @description When ledger and runs were last compared
                 */
                comparedAt: string | null;
                /** @description In the ledger, at that round */
                openTransfers: number | null;
                /** @description Runs of transfers in Temporal when that round began */
                running: number | null;
                /** @description What differed and was brought in line by that round */
                mended: number | null;
                /** @description What differed and Temporal did not take */
                refused: number | null;
            };
            database: {
                answeredMs: number;
                connections: number;
                connectionsMost: number;
                waitingForLock: number;
                longestStatementSeconds: number;
                byteLength: number;
            };
            sms: {
                configured: boolean;
                waiting: number;
                /** @description Of those that wait: the gateway did not take them */
                putOff: number;
                /** @description Lately sent, and nobody knows what became of them */
                unknown: number;
                failuresLastHour: number | null;
                /**
                 * Format: date-time
                 * @description In office time
                 */
                lastTakenAt: string | null;
                /**
                 * Format: date-time
                 * @description In office time
                 */
                lastReceiptAt: string | null;
                lastFailure: string | null;
            };
            alerts: {
                configured: boolean;
                items: {
                    /** @enum {string} */
                    condition: "violations" | "outboxAge" | "smsGateway" | "backupAge";
                    /** Format: date-time */
                    raisedAt: string;
                    /** Format: date-time */
                    toldAt: string | null;
                    /** @description How often nobody took it */
                    failedTries: number;
                    over: boolean;
                }[];
            };
            backup: {
                /** Format: date-time */
                madeAt: string;
                /** Format: date-time */
                verifiedAt: string;
                ageSeconds: number;
                byteLength: number;
                rowCount: number;
            } | null;
            jobs: components["schemas"]["UpkeepRun"][];
            /** @description The last twenty; the newest first */
            repairs: components["schemas"]["Repair"][];
        };
        /** @enum {string} */
        PracticeExerciseKey: "acceptApplication" | "findDuplicate" | "refuseWithCode" | "tellByPhone" | "postLetter" | "registerReturn" | "findOddRow" | "whichFormIsRight" | "bookIntoAccount" | "matchCredit" | "splitCredit" | "sendCreditBack" | "casesBehindRate" | "giveAway" | "bookAbsence";
        PracticeExercise: {
            key: components["schemas"]["PracticeExerciseKey"];
            role: components["schemas"]["Role"];
            /** @description My newest try */
            last: components["schemas"]["PracticeAttempt"] | null;
            /** @description Of my finished tries, of a hundred points */
            best: number | null;
            /** @description How often I have finished it */
            finished: number;
        };
        PracticeAttempt: {
            /** Format: uuid */
            id: string;
            exercise: components["schemas"]["PracticeExerciseKey"];
            /**
             * @description wanted: its case is still being made
             * @enum {string}
             */
            state: "wanted" | "ready" | "finished";
            /** @description What is told with the task; the person is made up */
            given: {
                /** @enum {string} */
                what: "name" | "idNumber" | "mobile" | "areaCode" | "office" | "waybill" | "oddRow" | "colleague" | "username" | "fromDay" | "untilDay";
                value: string;
            }[];
            /** @description By their numbers; empty where finding it is the task */
            cases: {
                /** Format: uuid */
                transferId: string;
                caseNo: string;
            }[];
            /** @description Of the money that the exercise is about */
            creditSerial: string | null;
            /**
             * @description What has to be answered besides doing it
             * @enum {string|null}
             */
            asks: "caseNo" | "row" | "option" | null;
            options: string[];
            result: components["schemas"]["PracticeResult"] | null;
        };
        PracticeResult: {
            /** @description Of a hundred points */
            score: number;
            rules: {
                /** @description Its explanation stands in the console under this name */
                rule: string;
                kept: boolean;
                points: number;
                /** @description The norm; null for a practice of the office */
                ground: string | null;
            }[];
        };
        FinishedPractice: {
            staff: components["schemas"]["StaffRef"];
            exercise: components["schemas"]["PracticeExerciseKey"];
            /**
             * Format: date-time
             * @description By the real clock
             */
            finishedAt: string;
        };
        WantedPractice: {
            /** Format: uuid */
            id: string;
            exercise: components["schemas"]["PracticeExerciseKey"];
            /** @description What everything of the exercise is made of */
            number: number;
            /**
             * Format: uuid
             * @description Whose try it is
             */
            staffId: string;
        };
        PracticeMessage: {
            /** Format: date-time */
            at: string;
            /** @description Last four digits */
            to: string;
            text: string;
            state: string;
        };
    };
    responses: {
        /**
         * @description Refused, with everything that is wrong. 429 and 503 say in `Retry-After` when the same request may succeed: `overloaded` (more is asked at once than can
         *     be answered well), `unavailable` (the database does not answer), `too-many-attempts` (this address asks too often). A 503 stored nothing, or what it stored
         *     is found by the same `Idempotency-Key`.
         */
        Problem: {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It takes two people; this one has proposed it, and another confirms it */
        Proposed: {
            headers: {
                Location?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
    };
    parameters: {
        Id: string;
        /** @description `next` of the page before */
        Cursor: string;
        Limit: number;
        IdempotencyKey: string;
        OptionalIdempotencyKey: string;
        /** @description Seconds since 1970; five minutes of tolerance */
        Timestamp: string;
        /** @description Hex HMAC-SHA256 over timestamp, a full stop, and the raw body */
        Signature: string;
        CompletionDirection: components["schemas"]["Direction"];
        From: components["schemas"]["Day"];
        To: components["schemas"]["Day"];
        /** @description Counts what had occurred by the end of this day; default today */
        AsOf: components["schemas"]["Day"];
        /** @description Counts only what was recorded by then */
        KnownAt: components["schemas"]["Instant"];
        CompareWith: "yearBefore";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "clerk1",
                 *       "password": "practice-only"
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Draft"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which form, about what: words of the console and ids */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "{\"person\":{\"name\":\"样例甲\"}}",
                 *       "seen": null
                 *     }
                 */
                "application/json": {
                    /** @description As the form writes it; kept encrypted */
                    text: string;
                    /**
                     * Format: uuid
                     * @description The revision that I have seen; null: I know of none
                     */
                    seen: string | null;
                };
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which form, about what: words of the console and ids */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                state?: "open" | "closed" | "all";
                direction?: components["schemas"]["Direction"];
                /** @description Owner of the open step */
                ownerId?: string;
                stewardId?: string;
                /** @description Owner of the open step, or steward of what is in none; only what is open */
                holderId?: string;
                /** @description Open and in no step: between two, or followed in an old ledger */
                withoutStep?: boolean;
                /** @description The open step is on hold */
                held?: boolean;
                /** @description The open step was open before under the same name */
                sentBack?: boolean;
                /** @description Of what is open: the soonest due first, or what was accepted first */
                order?: "due" | "oldest";
                step?: components["schemas"]["Step"];
                counterpartAreaCode?: components["schemas"]["AgencyCode"];
                /** @description Due on an earlier day */
                dueBefore?: components["schemas"]["Day"];
                /** @description As the figures count it: the due date has passed, and the step is not on hold */
                overdue?: boolean;
                /** @description Due from today to Sunday, and not on hold: what is overdue is not among it */
                dueThisWeek?: boolean;
                /** @description A stand-in has the open step, which is this colleague’s */
                lentById?: string;
                /** @description Working days since the acceptance, as byAge counts them; only what is open */
                ageFrom?: number;
                /** @description The most of them; 0 to 15 is the first line of byAge */
                ageTo?: number;
                /** @description A workflow follows it; false: it came with an old ledger and is followed there; only what is open */
                followed?: boolean;
                /** @description As the figure counts it: followed, open, and no colleague has recorded anything of it for thirty days */
                withoutActFor30Days?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptTransfer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": {
                 *         "name": "样例甲",
                 *         "idNumber": "110102199912310357",
                 *         "mobile": "13900000000"
                 *       },
                 *       "counterpartAreaCode": "310000",
                 *       "scheme": "enterprise"
                 *     }
                 */
                "application/json": components["schemas"]["NewTransfer"];
            };
        };
        responses: {
            /** @description The same request was accepted before; this is what it made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTransfer"];
                };
            };
            /** @description Accepted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTransfer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRefusals: {
        parameters: {
            query?: {
                kind?: components["schemas"]["RefusalKind"];
                /** @description Refused on this day or later */
                from?: components["schemas"]["Day"];
                /** @description Refused on this day or earlier */
                to?: components["schemas"]["Day"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WrittenRefusal"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refuseApplication: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application": {
                 *         "person": {
                 *           "name": "样例甲",
                 *           "idNumber": "110102199912310357"
                 *         },
                 *         "counterpartAreaCode": "310000",
                 *         "drawsPension": true
                 *       },
                 *       "reasonCode": "A02"
                 *     }
                 */
                "application/json": {
                    application: components["schemas"]["NewTransfer"];
                    /** @enum {string} */
                    reasonCode: "A01" | "A02" | "A03" | "A07" | "A08";
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            /** @description The refusal, with its number */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenRefusal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readRefusal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refusal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenRefusal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listIncoming: {
        parameters: {
            query?: {
                kind?: components["schemas"]["IncomingKind"];
                state?: components["schemas"]["IncomingState"];
                /** @description Those of one transfer */
                transferId?: string;
                /** @description That wait for me */
                mine?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Incoming"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registerIncoming: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "letter",
                 *       "arrivedAt": "2026-01-05T09:30:00+08:00",
                 *       "senderAreaCode": "310000",
                 *       "letterNo": "沪社转2026-118",
                 *       "letterDated": "2025-12-30",
                 *       "person": {
                 *         "name": "样例甲",
                 *         "idNumber": "110102199912310357"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewIncoming"];
            };
        };
        responses: {
            /** @description The paper, with what became of it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incoming"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readIncoming: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incoming"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    placeIncoming: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "senderAreaCode": "310000",
                 *       "person": {
                 *         "name": "样例甲",
                 *         "idNumber": "110102199912310357"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["IncomingPlace"];
            };
        };
        responses: {
            /** @description The paper, with what became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incoming"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setIncomingAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: components["schemas"]["Note"] & unknown;
                };
            };
        };
        responses: {
            /** @description The paper */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incoming"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeIncomingUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incoming"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    searchTransfers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "any": "IN20260500001"
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            /** @description What was found, the likeliest first: by a whole number before its last digits, then what is open, then the newest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transfer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openSupplement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            /** @description Opened, also under this key before */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reopenTransfer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why. Kept encrypted */
                    note: string;
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    reverseTransfer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a transfer-out: the money in suspense in which the other office has sent back what was paid, in full; it is booked here again */
                    creditPartIds?: string[];
                    /** @description Why. Kept encrypted */
                    note: string;
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revealPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "callPerson"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["RevealReason"];
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            /** @description The numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonInFull"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listContributions: {
        parameters: {
            query?: {
                /** @description The form’s own day; left out, today */
                transferredOn?: components["schemas"]["Day"];
                temporaryAccount?: boolean;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows and what follows from them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contributions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    enterContributions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "areaCode": "110102",
                 *           "fromMonth": "202301",
                 *           "toMonth": "202312",
                 *           "nature": "regular",
                 *           "baseFen": 1000000,
                 *           "employerFen": 1920000,
                 *           "personalFen": 960000,
                 *           "creditedFen": 960000,
                 *           "interestFen": 20644
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    rows: components["schemas"]["Contribution"][];
                };
            };
        };
        responses: {
            /** @description As they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contributions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    fetchContributions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contributions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawContribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                rowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contributions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCoreReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoreTraffic"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCoreBatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last hundred */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoreBatches"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendCoreBatch: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": "gateway"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    by: "gateway" | "file";
                };
            };
        };
        responses: {
            /** @description The batch */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoreBatch"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readCoreBatchFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordCoreReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serial": "BZ20260115000017",
                 *       "answers": "IN20260100123",
                 *       "amountFen": 3420644,
                 *       "bookedOn": "2026-01-15"
                 *     }
                 */
                "application/json": components["schemas"]["NewCoreReceipt"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoreReceipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    compareWithCore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many differences are open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description That came now */
                        receipts: number;
                        open: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCoreDifferences: {
        parameters: {
            query?: {
                mine?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of open ones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoreDifferences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    settleCoreDifference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "省厅已更正，明日重新下载"
                 *     }
                 */
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Settled */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listContactTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Topics in the order of the office */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ContactTopic"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "transferId": "3fa85f64-5717-4562-b3fc-2c963f66afa6"
                 *     }
                 */
                "application/json": components["schemas"]["NewIdentityCheck"];
            };
        };
        responses: {
            /** @description What it says */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityCheck"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Of the person of this transfer */
                transferId?: string;
                /** @description Their first day */
                from?: components["schemas"]["Day"];
                /** @description Their last day */
                to?: components["schemas"]["Day"];
                figure?: components["schemas"]["ContactFigure"];
                topic?: components["schemas"]["TopicCode"];
                channel?: components["schemas"]["ContactChannel"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Contact"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordContact: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "window",
                 *       "direction": "in",
                 *       "topic": "transferInProgress",
                 *       "consultation": true,
                 *       "outcome": "solvedAtOnce"
                 *     }
                 */
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description The contact */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPromises: {
        parameters: {
            query?: {
                /** @description To the person of this transfer */
                transferId?: string;
                state?: components["schemas"]["PromiseState"];
                /** @description That I have to keep */
                mine?: boolean;
                /** @description Due from this day on */
                from?: components["schemas"]["Day"];
                /** @description Due until the end of this day */
                to?: components["schemas"]["Day"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Promise"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readContactFigures: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFigures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mobile": "13900008888",
                 *       "identitySeen": true
                 *     }
                 */
                "application/json": {
                    /** @description Absent: stays; null: there is none */
                    mobile?: string | null;
                    /** @description Absent: stays; null: there is none */
                    address?: string | null;
                    /**
                     * @description The clerk has seen the ID
                     * @enum {boolean}
                     */
                    identitySeen: true;
                };
            };
        };
        responses: {
            /** @description The transfer as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewStatusCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The slip with the new code */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctIdentity: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "样例乙",
                 *       "note": "身份证与受理时不同"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    idNumber?: string;
                    passportOf?: string;
                    sex?: components["schemas"]["Sex"];
                    bornOn?: components["schemas"]["BirthDay"];
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    joinPersons: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "transferId": "00000000-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    transferId: string;
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    readProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: number;
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordFact: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "letterSent",
                 *       "channel": "ems",
                 *       "waybill": "1234567890123"
                 *     }
                 */
                "application/json": components["schemas"]["NewFact"];
            };
        };
        responses: {
            /** @description The same key and body were recorded before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedFact"];
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedFact"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    addPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    kind: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                paperId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "image/jpeg": unknown;
                    "image/png": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description kinds: which kinds of papers can be printed now · reasons: and why the others cannot */
                ready?: "kinds" | "reasons";
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Documents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "missingMaterials",
                 *       "input": {
                 *         "materials": [
                 *           "基本养老保险参保缴费凭证"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewDocument"];
            };
        };
        responses: {
            /** @description It stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Printed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "acceptanceSlip"
                 *     }
                 */
                "application/json": components["schemas"]["NewDocument"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeRefusalDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description From what is so now, as a further version */
                    anew?: boolean;
                };
            };
        };
        responses: {
            /** @description It stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Printed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readDocumentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOfficeDocuments: {
        parameters: {
            query: {
                madeOn: components["schemas"]["Day"];
                kind?: components["schemas"]["OfficeDocumentKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Documents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "transferIds": [
                 *         "4b0f4d3e-2a55-4a6c-9a0e-2f4f6c0c1a11"
                 *       ]
                 *     }
                 */
                "application/json": {
                    transferIds: components["schemas"]["TransferIds"];
                };
            };
        };
        responses: {
            /** @description What was printed and what was not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintedLetters"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printEnvelopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "addressLabels",
                 *       "input": {
                 *         "skip": 4
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewEnvelopes"];
            };
        };
        responses: {
            /** @description It stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Printed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printHandOverList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NewHandOverList"];
            };
        };
        responses: {
            /** @description Printed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printDocumentBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "madeOn": "2026-01-05"
                 *     }
                 */
                "application/json": {
                    madeOn: components["schemas"]["Day"];
                };
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDocumentTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putDocumentTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "acceptanceSlip",
                 *       "fromDay": "2027-01-04",
                 *       "words": {
                 *         "closing": "如有疑问请致电{单位电话}。"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewDocumentTemplate"];
            };
        };
        responses: {
            /** @description The words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewDocumentTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "acceptanceSlip",
                 *       "words": {}
                 *     }
                 */
                "application/json": {
                    kind: components["schemas"]["DocumentKind"];
                    words: components["schemas"]["DocumentWords"];
                };
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is and will be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letterhead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "样例市样例路1号",
                 *       "postcode": "100000",
                 *       "sealText": "样例区社会保险经办中心",
                 *       "logoId": null,
                 *       "fromDay": "2027-01-04"
                 *     }
                 */
                "application/json": components["schemas"]["NewLetterhead"];
            };
        };
        responses: {
            /** @description As it is and will be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letterhead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "样例市样例路1号",
                 *       "postcode": "100000",
                 *       "sealText": "",
                 *       "logoId": null
                 *     }
                 */
                "application/json": components["schemas"]["LetterheadFields"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The logo */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeLogo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLetters: {
        parameters: {
            query?: {
                waybill?: components["schemas"]["Waybill"];
                state?: components["schemas"]["LetterState"];
                channel?: components["schemas"]["LetterChannel"];
                /** @description Posted on this day */
                postedOn?: components["schemas"]["Day"];
                /** @description No final state, and no scan for as many working days as the rules say */
                silent?: boolean;
                /** @description arrival: no final state, and the open step of its transfer waits for what becomes of it · resending: it came back or was lost, and the next attempt has no letter yet */
                awaits?: components["schemas"]["LetterAwaits"];
                /** @description Only numbers whose scans wait for a letter */
                parked?: boolean;
                /** @description csv needs postedOn */
                format?: "json" | "csv";
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterPage"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveScans: {
        parameters: {
            query?: never;
            header: {
                /** @description Seconds since 1970; five minutes of tolerance */
                "X-Baton-Timestamp": components["parameters"]["Timestamp"];
                /** @description Hex HMAC-SHA256 over timestamp, a full stop, and the raw body */
                "X-Baton-Signature": components["parameters"]["Signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Each is looked at on its own; those that are odd are named in the answer, and keep nothing from the others. Where all are odd, none is kept and the answer is 422 */
                    scans: components["schemas"]["NewScan"][];
                };
            };
        };
        responses: {
            /** @description Kept, apart from those that are odd */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        unchanged: number;
                        /** @description Scans of no letter that is known yet */
                        parked: number;
                        odd: components["schemas"]["OddItems"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveSmsReceipts: {
        parameters: {
            query?: never;
            header: {
                /** @description Seconds since 1970; five minutes of tolerance */
                "X-Baton-Timestamp": components["parameters"]["Timestamp"];
                /** @description Hex HMAC-SHA256 over timestamp, a full stop, and the raw body */
                "X-Baton-Signature": components["parameters"]["Signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Each is looked at on its own; those that are odd are named in the answer, and keep nothing from the others. Where all are odd, none is kept and the answer is 422
                     * @example [
                     *       {
                     *         "reference": "gw-7",
                     *         "state": "delivered"
                     *       },
                     *       {
                     *         "reference": "gw-8",
                     *         "state": "failed",
                     *         "reason": "关机"
                     *       }
                     *     ]
                     */
                    receipts: {
                        reference: string;
                        /**
                         * @description Other states need no receipt
                         * @enum {string}
                         */
                        state: "delivered" | "failed";
                        reason?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Kept, apart from those that are odd */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        /** @description Of messages that were settled before */
                        unchanged: number;
                        /** @description Of messages that are not known yet */
                        parked: number;
                        odd: components["schemas"]["OddItems"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveGatewayReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveGatewayReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCredits: {
        parameters: {
            query?: {
                /** @description With a part in this state */
                state?: components["schemas"]["PartState"];
                /** @description bank: by the bank’s word; openingBalance: by that of an imported ledger */
                origin?: "bank" | "openingBalance";
                verdict?: components["schemas"]["Verdict"];
                serial?: string;
                /** @description What this debit took back, or may have */
                entryId?: string;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWaitingMoney: {
        parameters: {
            query?: {
                state?: components["schemas"]["WaitingPartState"];
                /** @description Held by this person */
                ownerId?: string;
                /** @description Proposed for this transfer */
                transferId?: string;
                /** @description Only this part, while it waits */
                partId?: string;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingMoneyPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPlatformDifferences: {
        parameters: {
            query?: {
                day?: components["schemas"]["Day"];
                kind?: components["schemas"]["PlatformDifferenceKind"];
                direction?: components["schemas"]["Direction"];
                /** @description Held by whoever asks */
                mine?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDay"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    settlePlatformDifference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "对方已在平台退回，等待重新发函"
                 *     }
                 */
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Settled */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listDebits: {
        parameters: {
            query?: {
                /** @description Booked on this day or later */
                from?: components["schemas"]["Day"];
                /** @description Booked on this day or earlier */
                to?: components["schemas"]["Day"];
                /** @description Of this account of ours, however its number is grouped */
                account?: string;
                state?: components["schemas"]["DebitState"];
                /** @description Only this one */
                entryId?: string;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRemittances: {
        parameters: {
            query?: {
                state?: components["schemas"]["RemittanceState"];
                place?: components["schemas"]["MoneyPlace"];
                /** @description Held by this person */
                ownerId?: string;
                transferId?: string;
                /** @description Only this one */
                id?: string;
                /** @description Somebody has the ball: neither confirmed nor withdrawn nor paid anew */
                open?: boolean;
                /** @description Past its day */
                overdue?: boolean;
                /** @description Paid anew by another */
                replaced?: boolean;
                /** @description It has left, or came back, and no debit is known of it; whether or not it was paid anew */
                awaitsDebit?: boolean;
                /** @description Of exactly this amount */
                amountFen?: number;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemittancePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planRemittance: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemittance"];
            };
        };
        responses: {
            /** @description Planned */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remittance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordRemittanceFact: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemittanceFact"];
            };
        };
        responses: {
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remittance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseRemittance: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    joinDebit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The debit, as it is listed
                     */
                    entryId: string;
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    decideMatch: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    partId: string;
                    /**
                     * @description confirm or reject a proposal, reject also what was reversed wrongly; match money in suspense with a transfer; reverse what a debit of the bank has taken back
                     * @enum {string}
                     */
                    decision: "confirm" | "reject" | "match" | "reverse";
                    /**
                     * Format: uuid
                     * @description Required with match
                     */
                    transferId?: string;
                    /**
                     * Format: uuid
                     * @description Required with reverse: the debit, as its task names it
                     */
                    entryId?: string;
                    /** @description Less than the part: the rest stays where it is */
                    amountFen?: components["schemas"]["Fen"];
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            /** @description Decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credit"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    returnCredit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    partId: string;
                    reasonCode: components["schemas"]["ReasonCode"];
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    listApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proposals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approvals"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refuseApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: components["schemas"]["Note"] & unknown;
                };
            };
        };
        responses: {
            /** @description It will not be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBankLayouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Layouts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BankLayout"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putBankLayout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "样例银行",
                 *       "columns": {
                 *         "bookedOn": [
                 *           "交易日期"
                 *         ],
                 *         "reference": [
                 *           "流水号"
                 *         ],
                 *         "amount": [
                 *           "金额"
                 *         ],
                 *         "sign": [
                 *           "借贷"
                 *         ],
                 *         "memo": [
                 *           "摘要",
                 *           "附言"
                 *         ]
                 *       },
                 *       "creditWords": [
                 *         "贷"
                 *       ],
                 *       "debitWords": [
                 *         "借"
                 *       ],
                 *       "dateFormats": [
                 *         "YYYY-MM-DD"
                 *       ],
                 *       "encoding": "auto",
                 *       "delimiter": "comma"
                 *     }
                 */
                "application/json": components["schemas"]["BankLayout"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLayout"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankAccounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putBankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankAccounts"];
            };
        };
        responses: {
            /** @description The accounts as they are now: put by one alone, or the same as before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankAccounts"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    listBankStatements: {
        parameters: {
            query?: {
                /** @description Of this account of ours, however its number is grouped */
                account?: string;
                /** @description Of each account the one that ends last */
                lastOnly?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BankStatement"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Imports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    kind: components["schemas"]["ImportKind"];
                    /**
                     * Format: binary
                     * @description At most 64 MB, a statement 50 MB
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Taken in; follow it at its address */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listImportLines: {
        parameters: {
            query?: {
                /** @description The last line of the page before */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportLine"][];
                        next: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listImportRefusals: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refusals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportRefusal"][];
                    };
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readImportLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                line: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: number;
                        result: components["schemas"]["LineResult"];
                        /** @description In the order of the file */
                        cells: {
                            column: string;
                            value: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listImportCorrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Corrections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportCorrection"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctImportLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "line": 3,
                 *           "cells": [
                 *             {
                 *               "column": "公民身份号码",
                 *               "value": "110102199912310357"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    rows: {
                        line: number;
                        /** @description Those that are written otherwise */
                        cells: {
                            column: string;
                            value: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Taken in; follow it at its address */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Export"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "listTransfers",
                 *       "format": "xlsx",
                 *       "filter": {
                 *         "state": "open",
                 *         "overdue": "true"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description Asked for; follow it at its address */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readCompletion: {
        parameters: {
            query: {
                direction: components["parameters"]["CompletionDirection"];
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                /** @description Counts what had occurred by the end of this day; default today */
                asOf?: components["parameters"]["AsOf"];
                /** @description Counts only what was recorded by then */
                knownAt?: components["parameters"]["KnownAt"];
                compareWith?: components["parameters"]["CompareWith"];
                /** @description The same taken apart; by month at most three years */
                by?: "month" | "counterpart" | "scheme" | "category" | "procedureType";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCompletionTransfers: {
        parameters: {
            query: {
                direction: components["parameters"]["CompletionDirection"];
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                /** @description Counts what had occurred by the end of this day; default today */
                asOf?: components["parameters"]["AsOf"];
                /** @description Counts only what was recorded by then */
                knownAt?: components["parameters"]["KnownAt"];
                bucket: components["schemas"]["CompletionBucket"];
                /** @description With group: of one group alone */
                by?: "counterpart" | "scheme" | "category" | "procedureType";
                /** @description The key of the group */
                group?: string;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with the count of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferPage"] & {
                        count: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBelatedFacts: {
        parameters: {
            query: {
                direction: components["parameters"]["CompletionDirection"];
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                /** @description Counts what had occurred by the end of this day; default today */
                asOf?: components["parameters"]["AsOf"];
                /** @description Counts only what was recorded by then */
                knownAt?: components["parameters"]["KnownAt"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with the count of all and the figures that moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BelatedFacts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readOpenWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readVolume: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                compareWith?: components["parameters"]["CompareWith"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        itemsHandledDefinition: string;
                        inPeriod: components["schemas"]["Volume"];
                        sinceBeginning: components["schemas"]["Volume"];
                        yearBefore: components["schemas"]["Volume"] | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listVolumeItems: {
        parameters: {
            query: {
                figure: components["schemas"]["VolumeFigure"];
                /** @description Left out: since the beginning */
                from?: components["schemas"]["Day"];
                to: components["parameters"]["To"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with count and sum of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeItems"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMainFigures: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                /** @description First day of the long count, not after `from`; default 2010-01-01, since when 国办发〔2009〕66号 is in force */
                since?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MainFigures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readStepTimes: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                compareWith?: components["parameters"]["CompareWith"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        steps: components["schemas"]["StepTime"][];
                        parties: components["schemas"]["PartyTime"][];
                        /** @description Some of these working days have no loaded holiday notice */
                        provisional: boolean;
                        yearBefore: components["schemas"]["StepTime"][] | null;
                        yearBeforeProvisional: boolean | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStepTimeItems: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                party: components["schemas"]["Party"];
                step?: components["schemas"]["Step"];
                /** @description Of transfers: no step of the party was late */
                inTime?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with the count of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeItems"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMonthSheet: {
        parameters: {
            query: {
                direction: components["parameters"]["CompletionDirection"];
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthSheet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMonthSheetItems: {
        parameters: {
            query: {
                direction: components["parameters"]["CompletionDirection"];
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                figure: components["schemas"]["MonthSheetFigure"];
                /** @description Of those in transit the ones in this step */
                step?: components["schemas"]["Step"];
                /** @description Of those in transit the ones in no step */
                withoutStep?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with count and sum of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeItems"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMoney: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyBoard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listHeldWork: {
        parameters: {
            query?: {
                why?: components["schemas"]["WhyHeldWrongly"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with the count of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldWorkPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listManualDecisions: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
                kind?: components["schemas"]["ManualDecisionKind"];
                /** @description Who decided */
                staffId?: string;
                /** @description The second person */
                confirmedById?: string;
                format?: "json" | "pdf";
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with the counts of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManualDecisions"];
                    "application/pdf": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMonthlySheets: {
        parameters: {
            query?: {
                month?: components["schemas"]["Month"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeptSheetHead"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeMonthlySheet: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "month": "2026-06",
                 *       "asOf": "2026-06-30"
                 *     }
                 */
                "application/json": {
                    month: components["schemas"]["Month"];
                    /** @description A day of the month; default its last, or today while it runs */
                    asOf?: components["schemas"]["Day"];
                    /** @description Why the version before was sent back */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The sheet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSheet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMonthlySheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSheet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMonthlySheetItems: {
        parameters: {
            query: {
                direction: components["parameters"]["CompletionDirection"];
                figure: components["schemas"]["MonthSheetFigure"];
                /** @description Of those in transit the ones in this step */
                step?: components["schemas"]["Step"];
                /** @description Of those in transit the ones in no step */
                withoutStep?: boolean;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with count and sum of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeItems"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printMonthlySheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Printed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listArchiveMonths: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ArchiveMonth"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWaitingForBox: {
        parameters: {
            query: {
                month: components["schemas"]["Month"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with the count of all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClosedCase"][];
                        count: number;
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listArchiveBoxes: {
        parameters: {
            query?: {
                month?: components["schemas"]["Month"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ArchiveBox"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    boxClosedCases: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "month": "2026-06"
                 *     }
                 */
                "application/json": {
                    month: components["schemas"]["Month"];
                    /** @default 50 */
                    casesPerBox?: number;
                };
            };
        };
        responses: {
            /** @description The boxes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ArchiveBox"][];
                        /** @description In all of them */
                        cases: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readArchiveBox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The box */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveBoxContents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeOutOfBox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    caseId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The box */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveBoxContents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printBoxContents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Printed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAuditSamples: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditSampleHead"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    drawAuditSample: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "basis": "closed",
                 *       "from": "2026-01-01",
                 *       "to": "2026-06-30",
                 *       "size": 20,
                 *       "seed": "20260701"
                 *     }
                 */
                "application/json": {
                    basis: components["schemas"]["SampleBasis"];
                    direction?: components["schemas"]["Direction"];
                    from: components["schemas"]["Day"];
                    to: components["schemas"]["Day"];
                    size: number;
                    seed: string;
                };
            };
        };
        responses: {
            /** @description The sample */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSample"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readAuditSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSample"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readCasePackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The package */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phoneLastFour: string;
                };
            };
        };
        responses: {
            /** @description The status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listHandOverNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HandOverNote"][];
                        /** @description The reader holds it, is its steward or in his place, or the manager; and it is open */
                        mayWrite: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    writeHandOverNote: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kept encrypted */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Written, also under this key before */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverNote"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMyHandOverNotes: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HandOverNote"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    markHandOverNoteRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverNote"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMyWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyWork"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                ownerId?: string;
                transferId?: string;
                state?: "open" | "closed" | "all";
                kind?: components["schemas"]["TaskKind"];
                /** @description Open and due on an earlier day */
                overdue?: boolean;
                /** @description Open and due from today to Sunday */
                dueThisWeek?: boolean;
                /** @description A stand-in has it, and it is this colleague’s */
                lentById?: string;
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Staff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Staff"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaff"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    changeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No other administrator was here within thirty days: told to who asks, and marked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    listLookUps: {
        parameters: {
            query?: {
                /** @description Who looked */
                staffId?: string;
                /** @description Whose record was seen */
                transferId?: string;
                /** @description First day of real time */
                from?: components["schemas"]["Day"];
                /** @description Last day of real time */
                to?: components["schemas"]["Day"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LookUp"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readLoads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The loads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loads"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAbsences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Absences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Absence"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            /** @description Marked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewAbsence: {
        parameters: {
            query: {
                staffId: string;
                /** @description Absent: each open step goes to the least loaded qualified colleague */
                standInId?: string;
                fromDay: components["schemas"]["Day"];
                untilDay?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsencePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCounterparts: {
        parameters: {
            query?: {
                /** @description Those too that are no more or not yet, each with its newest entry */
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counterparts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Counterpart"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctCounterpart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                areaCode: components["schemas"]["AgencyCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "样例路 8 号",
                 *       "postcode": "200000",
                 *       "telephone": "021-66000000"
                 *     }
                 */
                "application/json": {
                    address?: string;
                    postcode?: string;
                    telephone?: string;
                    /** @description Its last day; null while it has none */
                    validUntil?: components["schemas"]["Day"] | null;
                    /** @description The code of the agency that goes on for it */
                    successor?: components["schemas"]["AgencyCode"] | null;
                };
            };
        };
        responses: {
            /** @description The agency as it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counterpart"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readCounterpartAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                areaCode: components["schemas"]["AgencyCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its account; 404 when the directory has none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAccount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    loadCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notice": "国务院办公厅关于2027年部分节假日安排的通知",
                 *       "rest": [
                 *         {
                 *           "from": "2027-01-01",
                 *           "to": "2027-01-03"
                 *         },
                 *         {
                 *           "from": "2027-02-05",
                 *           "to": "2027-02-11"
                 *         },
                 *         {
                 *           "from": "2027-05-01",
                 *           "to": "2027-05-05"
                 *         },
                 *         {
                 *           "from": "2027-10-01",
                 *           "to": "2027-10-07"
                 *         }
                 *       ],
                 *       "work": []
                 *     }
                 */
                "application/json": components["schemas"]["HolidayNotice"];
            };
        };
        responses: {
            /** @description Loaded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChange"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    listReasonCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reason"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOfficeRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeRules"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putOfficeRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "accept",
                 *       "direction": "in",
                 *       "procedureType": "employee",
                 *       "value": 10,
                 *       "source": "本中心服务承诺",
                 *       "fromDay": "2027-01-04"
                 *     }
                 */
                "application/json": {
                    name: components["schemas"]["OfficeRuleName"];
                    direction?: components["schemas"]["Direction"];
                    /** @description Of a limit, with its direction; absent of what is the whole office’s */
                    procedureType?: string;
                    region?: string;
                    value: number;
                    /** @description Where it stands in writing */
                    source: string;
                    /** @description From tomorrow on */
                    fromDay: components["schemas"]["Day"];
                };
            };
        };
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeRules"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    listMessageTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putMessageTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "acceptance",
                 *       "language": "zh-CN",
                 *       "text": "【{单位}】养老保险转移{日期}已受理，查询码{查询码}，电话{电话}",
                 *       "fromDay": "2027-01-04"
                 *     }
                 */
                "application/json": {
                    kind: components["schemas"]["MessageKind"];
                    language: components["schemas"]["MessageLanguage"];
                    text: string;
                    /** @description Today or later */
                    fromDay: components["schemas"]["Day"];
                };
            };
        };
        responses: {
            /** @description The messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkInfoForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": {
                 *         "transferredOn": "2024-06-03",
                 *         "personalBefore1998Fen": 0,
                 *         "accountUntilLastYearFen": 980644,
                 *         "accountThisYearFen": 400000,
                 *         "accountTotalFen": 1380644,
                 *         "pooledFundFen": 2040000,
                 *         "totalFen": 3420644,
                 *         "years": [
                 *           {
                 *             "fromMonth": "202301",
                 *             "toMonth": "202312",
                 *             "months": 12,
                 *             "baseFen": 1000000,
                 *             "accountRate": 0.08,
                 *             "creditedFen": 960000,
                 *             "interestFen": 20644,
                 *             "balanceFen": 980644
                 *           },
                 *           {
                 *             "fromMonth": "202401",
                 *             "toMonth": "202405",
                 *             "months": 5,
                 *             "baseFen": 1000000,
                 *             "accountRate": 0.08,
                 *             "creditedFen": 400000,
                 *             "interestFen": 0,
                 *             "balanceFen": 1380644
                 *           }
                 *         ]
                 *       },
                 *       "areaCode": "310000"
                 *     }
                 */
                "application/json": {
                    form: components["schemas"]["NewInfoForm"];
                    /** @description Of the office that wrote it, for rates before 2016 */
                    areaCode?: components["schemas"]["AreaCode"];
                };
            };
        };
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedInfoForm"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkDueDate: {
        parameters: {
            query: {
                /**
                 * @description The day of the event, which is not counted
                 * @example 2026-02-06
                 */
                startedOn: components["schemas"]["Day"];
                /**
                 * @description 0: the same day, or the next working day
                 * @example 15
                 */
                workingDays: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The due date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedDueDate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkRetirement: {
        parameters: {
            query: {
                /** @example man60 */
                kind: components["schemas"]["RetirementKind"];
                /** @example 1965-09 */
                birthMonth: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Age and month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedRetirement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "样例甲",
                 *       "idNumber": "11010119900307002X"
                 *     }
                 */
                "application/json": {
                    name: string;
                    idNumber: string;
                    mobile?: string;
                };
            };
        };
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedPerson"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkHanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    transferIds: string[];
                    /** Format: uuid */
                    toStaffId: string;
                };
            };
        };
        responses: {
            /** @description What would become of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            transferId: string;
                            /** @description The name of the refusal, as POST /transfers/{id}/facts would give it; null: it would go */
                            refusal: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkTransfer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": {
                 *         "name": "样例甲",
                 *         "idNumber": "110102199912310357",
                 *         "mobile": "13900000000"
                 *       },
                 *       "counterpartAreaCode": "310000",
                 *       "scheme": "enterprise"
                 *     }
                 */
                "application/json": components["schemas"]["NewTransfer"];
            };
        };
        responses: {
            /** @description It would be accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As of AcceptedTransfer */
                        questions: components["schemas"]["AcceptanceQuestion"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listInterestRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rates, by region and year */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "region": "",
                     *           "year": 2025,
                     *           "basisPoints": 150,
                     *           "source": "人力资源社会保障部、财政部 每年公布"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["InterestRate"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInterestRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "basisPoints": 150,
                 *       "source": "人力资源社会保障部办公厅关于公布2025年职工基本养老保险个人账户记账利率的通知"
                 *     }
                 */
                "application/json": {
                    /** @description Empty or left out for the country, since 2016; before, the first two digits of a province’s area codes */
                    region?: string;
                    /** @description Hundredths of a per cent: 397 is 3.97 % */
                    basisPoints: number;
                    /** @description The notice that published it */
                    source: string;
                };
            };
        };
        responses: {
            /** @description In force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestRate"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    followChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of the last ten seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "everything": false,
                     *       "transfers": []
                     *     }
                     */
                    "application/json": components["schemas"]["Changes"];
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Office"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "样例区社会保险经办中心",
                 *       "telephone": "010-66000000",
                 *       "opensAt": "09:00",
                 *       "closesAt": "17:00",
                 *       "noticeMode": "weekly",
                 *       "noticeWeekday": 5,
                 *       "noticeTo": "person",
                 *       "smsPrefixes": [
                 *         "+852"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OfficeDetails"];
            };
        };
        responses: {
            /** @description In force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Office"];
                };
            };
            202: components["responses"]["Proposed"];
            default: components["responses"]["Problem"];
        };
    };
    listProcedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Procedures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Procedure"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    steerClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    speed?: number;
                    until?: components["schemas"]["Instant"];
                    frozen?: boolean;
                };
            };
        };
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readOperations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operations"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readUpkeep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As the worker last wrote it down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upkeep"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askForRepair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["RepairKind"];
                };
            };
        };
        responses: {
            /** @description Asked for; `readUpkeep` tells what came of it. One that is under way already is answered again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: components["schemas"]["RepairKind"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPracticeAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            username: string;
                            displayName: string;
                            roles: components["schemas"]["Role"][];
                            password: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPracticeExercises: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exercises */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PracticeExercise"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWantedPractice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WantedPractice"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginPractice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "exercise": "acceptApplication"
                 *     }
                 */
                "application/json": {
                    exercise: components["schemas"]["PracticeExerciseKey"];
                };
            };
        };
        responses: {
            /** @description Begun; `ready` when its case stands where the exercise begins */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeAttempt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The try */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeAttempt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putPracticeCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "transferIds": [
                 *         "0197a0c4-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": {
                    transferIds: string[];
                    /** Format: uuid */
                    creditId?: string;
                };
            };
        };
        responses: {
            /** @description It can be begun */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    finishPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answer": "newLetter"
                 *     }
                 */
                "application/json": {
                    /** @description Where the exercise asks for one: a case number, the number of a row, or one of its options */
                    answer?: string;
                };
            };
        };
        responses: {
            /** @description The try with its result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeAttempt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listFinishedPractice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By account and exercise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FinishedPractice"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPracticeMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PracticeMessage"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ready";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
